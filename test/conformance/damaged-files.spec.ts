import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RawCell, ReadSheet } from '#server/ingest/cells.ts'
import { prepareImport } from '#server/ingest/prepare.ts'
import { readFile } from '#server/ingest/read.ts'
import { sectionsOf } from '#server/ingest/sections.ts'
import { CONTEXT, goldenBytes, goldenFile, SIX_FILES } from '#test/support/import-files.ts'
import { TOTALS_FILES } from '#test/support/totals-files.ts'
import { lostIn } from '#test/support/lost-rows.ts'

/** Raised for a long search: `FUZZ=50 vitest run test/conformance/damaged-files.spec.ts`. */
const TIMES = Number(process.env.FUZZ ?? '1')
const SEED = process.env.FUZZ ? {} : { seed: 20241008 }

/** Rows of every golden sheet that are kept for mutation: the head and enough below it. */
const SAMPLE = 40

interface Golden {
  readonly file: string
  readonly sheet: ReadSheet
}

let goldens: readonly Golden[]

beforeAll(() => {
  const totals = Object.keys(TOTALS_FILES).map((name) => `totals/${name}`)
  goldens = [...SIX_FILES, ...totals].flatMap((path) => {
    const file = path.replace('totals/', '')
    return readFile(file, goldenBytes(path)).sheets.map((sheet) => ({
      file,
      sheet: { ...sheet, cells: sheet.cells.slice(0, SAMPLE) },
    }))
  })
})

type Rows = RawCell[][]
type Mutation = (rows: Rows, pick: (below: number) => number) => void

const JUNK: readonly RawCell[] = [
  null,
  '',
  '合计',
  '标题',
  '#REF!',
  '=1+1',
  '10万+',
  '2024年13月45日',
  '\u0000',
  '𠮷'.repeat(50),
  '"',
  { number: Number.NaN, format: 'plain', shown: 'NaN' },
  { number: -1, format: 'date', shown: '' },
  { number: 1e300, format: 'dateTime', shown: '1E+300' },
  { number: 0.5, format: 'percent', shown: '50%' },
]

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  dropRow: (rows, pick) => rows.splice(pick(rows.length), 1),
  repeatRow: (rows, pick) =>
    rows.splice(pick(rows.length), 0, [...(rows[pick(rows.length)] ?? [])]),
  blankRow: (rows, pick) => rows.splice(pick(rows.length), 0, []),
  swapRows(rows, pick) {
    const [a, b] = [pick(rows.length), pick(rows.length)]
    ;[rows[a], rows[b]] = [rows[b] ?? [], rows[a] ?? []]
  },
  dropColumn(rows, pick) {
    const at = pick(widthOf(rows))
    for (const row of rows) row.splice(at, 1)
  },
  repeatColumn(rows, pick) {
    const at = pick(widthOf(rows))
    for (const row of rows) row.splice(at, 0, row[at] ?? null)
  },
  swapColumns(rows, pick) {
    const [a, b] = [pick(widthOf(rows)), pick(widthOf(rows))]
    for (const row of rows) [row[a], row[b]] = [row[b] ?? null, row[a] ?? null]
  },
  junkCell(rows, pick) {
    const row = rows[pick(rows.length)]
    if (row) row[pick(widthOf(rows))] = JUNK[pick(JUNK.length)] ?? null
  },
  moveCell(rows, pick) {
    const [from, to] = [rows[pick(rows.length)], rows[pick(rows.length)]]
    if (from && to) to[pick(widthOf(rows))] = from[pick(widthOf(rows))] ?? null
  },
}

const widthOf = (rows: Rows): number => Math.max(1, ...rows.map((row) => row.length))

/** Rows as a reader gives them: holes are nulls, nothing empty at the ends. */
function tidied(rows: Rows): Rows {
  const tidy = rows.map((row) => {
    const cells = Array.from(row, (cell) => cell ?? null)
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    return cells
  })
  while (tidy.length > 0 && tidy.at(-1)?.length === 0) tidy.pop()
  return tidy
}

describe('sheets that were shuffled, cut and scribbled on', () => {
  it('are read without a crash, and no row is lost without a word', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.constantFrom(...Object.keys(MUTATIONS)), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (which, names, stream) => {
          const golden = goldens[which % goldens.length]
          if (!golden) return
          const rows: Rows = golden.sheet.cells.map((row) => [...row])
          const pick = (below: number) => (stream.next().value ?? 0) % Math.max(1, below)
          for (const name of names) MUTATIONS[name]?.(rows, pick)
          const cells = tidied(rows)
          const sections = sectionsOf({ ...golden.sheet, cells }, { file: golden.file, ...CONTEXT })
          expect(
            lostIn(
              sections.map(({ section }) => section),
              cells.length,
            ),
          ).toEqual([])
          expect(sections.map(({ records }) => records.length)).toEqual(
            sections.map(({ section }) => section.records),
          )
        },
      ),
      { numRuns: 400 * TIMES, ...SEED },
    )
  })
})

describe('files whose bytes were damaged', () => {
  // A damaged .xls may send its reader round for ever (see hostile-files.spec): it is never searched on.
  const SMALL = [
    ['预算执行2024.xlsx', TIMES],
    ['安全播出记录2024.xlsx', TIMES],
    ['report-2024.json', TIMES],
    ['舆情监测日报2024.xls', 1],
  ] as const

  it.each(SMALL)('%s opens with its rows accounted for, or says why it does not', (name, times) => {
    const whole = goldenFile(name)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
        (flips, kept) => {
          const bytes = whole.bytes.slice(0, kept === null ? undefined : kept * whole.bytes.length)
          for (const [at, byte] of flips) if (bytes.length > 0) bytes[at % bytes.length] = byte
          const { preview } = prepareImport([{ ...whole, bytes }], CONTEXT)
          const [file] = preview.files
          const faults = file?.problem
            ? [file.problem.why].filter((why) => why === '')
            : lostIn(preview.sections, null)
          expect(faults).toEqual([])
        },
      ),
      { numRuns: 25 * times, ...(times === 1 ? { seed: 20241008 } : SEED) },
    )
  })

  it('text files of any bytes are tables, or are told apart from them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { preview } = prepareImport([{ name: '台账.csv', bytes, hash: '' }], CONTEXT)
        expect(preview.files).toHaveLength(1)
        expect(preview.sections.every(({ ledger }) => ledger === null)).toBe(true)
      }),
      { numRuns: 1500 * TIMES, ...SEED },
    )
  })
})
