import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Corrections } from '#shared/contract/import-sections.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { shownText, type ReadSheet } from '#server/ingest/cells.ts'
import type { KnownMapping } from '#server/ingest/prepared.ts'
import { readFile } from '#server/ingest/read.ts'
import { sectionsOf } from '#server/ingest/sections.ts'
import { CONTEXT, goldenBytes, SIX_FILES } from '#test/support/import-files.ts'
import { lostIn } from '#test/support/lost-rows.ts'

/** Raised for a long search: `FUZZ=50 vitest run test/conformance/corrections.spec.ts`. */
const TIMES = Number(process.env.FUZZ ?? '1')
const SEED = process.env.FUZZ ? {} : { seed: 20241124 }

const TABLE = 'a table'
const COLUMNS = 'ABCDEFGHIJKL'
const WORDS = [
  '',
  '合计',
  '2024-05-01',
  '2024-13-45',
  '12',
  '十二条左右？',
  '省级',
  '-1',
  '1.2万',
  '标题',
]

let goldens: readonly { file: string; sheet: ReadSheet }[]

beforeAll(() => {
  goldens = SIX_FILES.map((file) => {
    const [sheet] = readFile(file, goldenBytes(file)).sheets
    if (!sheet) throw new Error(`${file} has no sheet`)
    return { file, sheet: { ...sheet, cells: sheet.cells.slice(0, 25) } }
  })
})

const golden = (which: number) => goldens[which % goldens.length] ?? fail()
const fail = (): never => {
  throw new Error('no golden')
}

/** The sections of a golden, read with what a user corrected. */
function read(which: number, table: Partial<Corrections['tables'][string]>, known?: KnownMapping) {
  const { file, sheet } = golden(which)
  return sectionsOf(sheet, {
    ...CONTEXT,
    file,
    table: TABLE,
    mappings: new Map(known ? [[known.headings, known]] : []),
    corrections: {
      encodings: {},
      tables: { [TABLE]: { given: {}, year: null, cells: {}, ...table } },
    },
  })
}

const placed = fc.dictionary(
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...COLUMNS))
    .map(([row, column]) => `${row} ${column}`),
  fc.constantFrom(...WORDS),
  { maxKeys: 8 },
)

describe('whatever a user corrects in the preview', () => {
  it('cells: no row is lost, and each change says what the file holds', () => {
    fc.assert(
      fc.property(fc.nat(), placed, (which, cells) => {
        const { sheet } = golden(which)
        const sections = read(which, { cells }).map(({ section }) => section)
        expect(lostIn(sections, sheet.cells.length)).toEqual([])
        for (const { row, column, from, to } of sections.flatMap(({ changes }) => changes)) {
          expect(from).toBe(shownText(sheet.cells[row - 1]?.[COLUMNS.indexOf(column)] ?? null))
          expect(to).toBe(cells[`${row} ${column}`])
        }
      }),
      { numRuns: 150 * TIMES, ...SEED },
    )
  })

  it('columns and values for all rows: no row is lost, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (which, ledger, stream, isForced) => {
          const pick = <T>(of: readonly T[]) => of[(stream.next().value ?? 0) % of.length]
          const [own] = read(which, {})
          const fields = Object.keys(ledgerOf(ledger).fields)
          const columns = Object.fromEntries(
            (own?.section.mapping ?? []).map(({ key }) => [key, pick(['', ...fields]) ?? '']),
          )
          const given = Object.fromEntries(
            [pick(fields), pick(fields)].map((field) => [field ?? '', pick(WORDS) ?? '']),
          )
          const headings = own?.section.headings ?? ''
          const known = { headings, ledger, isForced, columns, given, day: '2025-01-01' }
          const sections = read(which, { given }, known).map(({ section }) => section)
          expect(lostIn(sections, golden(which).sheet.cells.length)).toEqual([])
        },
      ),
      { numRuns: 150 * TIMES, ...SEED },
    )
  })
})
