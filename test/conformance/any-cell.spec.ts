import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDecimal } from '#shared/decimal.ts'
import type { Field, FieldKind } from '#shared/ledgers/define.ts'
import { FORMS } from '#shared/ledgers/dictionaries.ts'
import { isDay, isMonth } from '#shared/time/day.ts'
import type { NumberCell, RawCell } from '#server/ingest/cells.ts'
import { normaliseCell } from '#server/ingest/normalise.ts'
import type { CellContext, Reading } from '#server/ingest/reading.ts'

const context: CellContext = { year: 2024, zone: 'Asia/Shanghai', unit: null, serialShift: 0 }

const read = (kind: FieldKind, cell: RawCell, around: Partial<CellContext> = {}): Reading =>
  normaliseCell({ label: '', kind, options: FORMS }, cell, { ...context, ...around })

const value = (kind: FieldKind, cell: RawCell, around: Partial<CellContext> = {}) => {
  const reading = read(kind, cell, around)
  return reading.ok ? reading.value : reading.code
}

/** What each kind may hold, if anything. */
const HOLDS: Readonly<Record<FieldKind, (cell: string | number) => boolean>> = {
  text: isText,
  longText: isText,
  link: isText,
  day: (cell) => isDay(String(cell)),
  dayOrMonth: (cell) => isDay(String(cell)) || isMonth(String(cell)),
  year: (cell) => /^\d{4}$/.test(String(cell)),
  dateTime: (cell) => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(String(cell)),
  count: isWhole,
  money: isWhole,
  seconds: isWhole,
  decimal: (cell) => typeof cell === 'string' && isDecimal(cell),
  choice: (cell) => typeof cell === 'string' && Object.hasOwn(FORMS, cell),
}

function isText(cell: string | number): boolean {
  return typeof cell === 'string' && cell !== ''
}

function isWhole(cell: string | number): boolean {
  return typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0
}

const KIND_IDS = [
  ...(['text', 'longText', 'link', 'day', 'dayOrMonth', 'year', 'dateTime'] as const),
  ...(['count', 'money', 'seconds', 'decimal', 'choice'] as const),
] as const
const KINDS = fc.constantFrom(...KIND_IDS)

/** Writing that is nearly a number, a date or a duration. */
const nearly = fc
  .array(
    fc.constantFrom(
      ...'0123456789０１２３９.．,，-－+:：/年月日时分秒万亿元%％约近余多超<＞wW+ TZ　'.split(''),
      '10万+',
      '2024',
      '小时',
      '上午',
    ),
    { maxLength: 12 },
  )
  .map((signs) => signs.join(''))

const numbers: fc.Arbitrary<NumberCell> = fc.record({
  number: fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(-1, 0, 45_356, 1e21, -0, 2 ** 53, 2_958_466),
  ),
  format: fc.constantFrom('plain', 'percent', 'date', 'dateTime', 'time'),
  shown: nearly,
})

/** Any signs there are but halves of one. The library's own would lay a table of a million beside itself. */
const signs = fc
  .array(fc.oneof(fc.integer({ max: 0xd7ff, min: 0 }), fc.integer({ max: 0x10ffff, min: 0xe000 })))
  .map((codes) => String.fromCodePoint(...codes))

const cells: fc.Arbitrary<RawCell> = fc.oneof(signs, nearly, numbers, fc.constant(null))

describe('whatever stands in a cell', () => {
  it('is kept as its field holds it, or refused by a code; nothing is thrown, no number is a float', () => {
    fc.assert(
      fc.property(
        KINDS,
        cells,
        fc.constantFrom(null, '元', '万元', '秒', '分钟', '%'),
        (kind, cell, unit) => {
          const reading = read(kind, cell, { unit })
          const isRight = reading.ok
            ? reading.value === null || HOLDS[kind](reading.value)
            : reading.code.startsWith('IMPORT_')
          expect({ kind, reading, isRight }).toMatchObject({ isRight: true })
        },
      ),
      { numRuns: 6000, seed: 20240305 },
    )
  })

  it('is never made up: an empty required cell is refused, not filled', () => {
    const required: Field = { label: '', kind: 'count', required: true }
    fc.assert(
      fc.property(fc.constantFrom('', ' ', '—', '无', 'N/A', '　', '#DIV/0!'), (sign) => {
        expect(normaliseCell(required, sign, context)).toEqual({
          ok: false,
          code: 'IMPORT_CELL_EMPTY',
        })
      }),
    )
  })
})

const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const grouped = (whole: number): string => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')

describe('what is written out comes back as it was', () => {
  it('counts, plain, with commas, in full width, with their unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (count) => {
        const ways = [
          String(count),
          grouped(count),
          fullWidth(grouped(count)),
          `${count}条`,
          `'${count}`,
        ]
        expect(ways.map((way) => value('count', way))).toEqual(ways.map(() => count))
      }),
    )
  })

  it('counts in 万 with up to four places, to the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (count) => {
        const text = `${Math.floor(count / 10_000)}.${String(count % 10_000).padStart(4, '0')}万`
        expect(read('count', text)).toEqual({ ok: true, value: count, inexact: 'rounded' })
      }),
    )
  })

  it('amounts in 元 and in 万元, to the 分', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000 }), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        const tenThousands = `${Math.floor(fen / 1_000_000)}.${String(fen % 1_000_000).padStart(6, '0')}`
        expect(value('money', yuan, { unit: '元' })).toBe(fen)
        expect(value('money', `￥${yuan}元`)).toBe(fen)
        expect(value('money', tenThousands, { unit: '万元' })).toBe(fen)
      }),
    )
  })

  it('days in every writing', () => {
    const dates = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(dates, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-').map(Number)
        const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)
        const ways: readonly RawCell[] = [
          day,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}.${month}.${dayOfMonth}`,
          `${year}/${month}/${dayOfMonth}`,
          day.replaceAll('-', ''),
          fullWidth(`${year}年${month}月${dayOfMonth}日`),
          `${year}年${month}月${dayOfMonth}日 12:40:34`,
          { number: serial, format: 'date', shown: day },
        ]
        expect(ways.map((way) => value('day', way))).toEqual(ways.map(() => day))
      }),
    )
  })

  it('durations in words and by the clock', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), (all) => {
        const [hours, minutes, seconds] = [
          Math.floor(all / 3600),
          Math.floor(all / 60) % 60,
          all % 60,
        ]
        const two = (part: number) => String(part).padStart(2, '0')
        expect(value('seconds', `${hours}小时${minutes}分${seconds}秒`)).toBe(all)
        expect(value('seconds', `${hours}:${two(minutes)}:${two(seconds)}`)).toBe(all)
        expect(value('seconds', String(all), { unit: '秒' })).toBe(all)
      }),
    )
  })
})

it('is read in the time its length takes, whatever runs on in it', () => {
  const runs = [' ', '1', '2024-', '（1', '1,', '约一百二十', '3月1日', "'"]
  const cells = runs.map((run) => `1${run.repeat(Math.ceil(50_000 / run.length))}x`)
  // Squared, the spaces alone were half a minute.
  for (const cell of cells) for (const kind of KIND_IDS) expect(read(kind, cell)).toBeDefined()
})
