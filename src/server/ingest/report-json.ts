import * as z from 'zod/mini'
import type { ImportSection } from '#shared/contract/imports.ts'
import { addDecimal, isDecimal } from '#shared/decimal.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { isDay } from '#shared/time/day.ts'
import { blankSection, SAMPLE_SIZE } from './blank-section.ts'
import type { Prepared } from './prepared.ts'
import { readEntries, textOf, type Entry, type ReadEntries } from './report-entries.ts'
import { disagreement, info, type Note } from './section-notes.ts'
import type { PreparedSection } from './sections.ts'
import type { Total } from './totals.ts'

/** A report of stated figures: what a centre published of a period, fact by fact. */
export const statedReportSchema = z.looseObject({
  source: z.string(),
  period: z.object({
    label: z.optional(z.string()),
    start: z.string().check(z.refine(isDay)),
    end: z.string().check(z.refine(isDay)),
  }),
  facts: z.array(z.record(z.string(), z.unknown())),
  platforms: z.optional(z.array(z.record(z.string(), z.unknown()))),
  outlets_named: z.optional(z.array(z.record(z.string(), z.unknown()))),
})

export type StatedReport = z.infer<typeof statedReportSchema>

/** Every fact, platform and outlet of a report; what has no field goes into notes, word for word. */
export function reportSections(
  report: StatedReport,
  file: string,
): { sections: PreparedSection[]; proposed: NonNullable<Prepared['proposed']> } {
  const { source, period, facts, platforms = [], outlets_named: outlets = [], ...rest } = report
  const given = {
    source,
    periodFrom: period.start,
    periodTo: period.end,
    periodWord: period.label ?? null,
  }
  const stated = readEntries(facts, {
    ledger: 'statedFigures',
    file,
    keys: FACT_KEYS,
    rest: 'note',
    given,
  })
  const totals = partTotals(stated.records)
  const notes = [...restNotes(rest), ...totals.filter(({ agrees }) => !agrees).map(disagreement)]
  const sections = [
    sectionFrom('statedFigures', file, FACT_KEYS, stated, { totals, notes }),
    ...listSections('platforms', platforms, PLATFORM_KEYS, file),
    ...listSections('outlets', outlets, OUTLET_KEYS, file),
  ]
  return { sections, proposed: proposedSettings(rest) }
}

// Keys of the report and the fields they fill.
const FACT_KEYS = {
  id: 'code',
  label: 'label',
  area: 'area',
  value: 'value',
  unit: 'unit',
  qualifier: 'qualifier',
  as_written: 'wording',
  level: 'level',
  level_as_written: 'levelWord',
  source: 'source',
  part_of: 'partOf',
  base: 'base',
  weight: 'weight',
  paid: 'paid',
  project: 'project',
  campaign: 'campaign',
  aliases: 'aliases',
  target_kind: 'targetKind',
  note: 'note',
} as const
const PLATFORM_KEYS = {
  name: 'name',
  kind: 'medium',
  run_by: 'runBy',
  aliases: 'aliases',
  note: 'remark',
} as const
const OUTLET_KEYS = {
  name: 'name',
  level: 'level',
  level_as_written: 'levelWord',
  aliases: 'aliases',
  note: 'remark',
} as const

/** Figures that others name as their total, beside the sum of those parts in the same unit. */
function partTotals(records: readonly Row[]): Total[] {
  return records.flatMap((whole) => {
    const parts = records.filter(
      ({ partOf, unit }) =>
        typeof partOf === 'string' && partOf === whole.code && unit === whole.unit,
    )
    const values = [whole, ...parts].map(({ value }) => String(value))
    const [stated, ...added] = values
    if (parts.length === 0 || stated === undefined || !values.every(isDecimal)) return []
    const counted = added.reduce(addDecimal)
    const agrees = addDecimal(counted, '0') === addDecimal(stated, '0')
    return [
      {
        words: `${whole.label}（${whole.unit}，分项相加）`,
        stated: Number(stated),
        counted: Number(counted),
        agrees,
      },
    ]
  })
}

function listSections(
  ledger: LedgerId,
  entries: readonly Entry[],
  keys: Readonly<Record<string, string>>,
  file: string,
): PreparedSection[] {
  if (entries.length === 0) return []
  const read = readEntries(entries, { ledger, file, keys, rest: 'remark', given: {} })
  return [sectionFrom(ledger, file, keys, read, { totals: [], notes: [] })]
}

function sectionFrom(
  ledger: LedgerId,
  file: string,
  keys: Readonly<Record<string, string>>,
  { records, refusals, rows }: ReadEntries,
  said: Pick<ImportSection, 'totals' | 'notes'>,
): PreparedSection {
  const { label: sheet, fields } = ledgerOf(ledger)
  const section: ImportSection = {
    ...blankSection(sheet, file, ledger),
    ...said,
    mapping: Object.entries(keys).map(([key, field]) => ({
      column: key,
      heading: key,
      key,
      field,
      label: fields[field]?.label ?? null,
      how: 'exact',
    })),
    rowsRead: rows,
    rowsGood: records.length,
    rowsRefused: rows - records.length,
    records: records.length,
    refusals,
    sample: records.slice(0, SAMPLE_SIZE).map((record) => ({ ...record })),
  }
  return { section, records }
}

const SETTINGS = {
  centre: '单位',
  prefecture: '市州',
  province: '省份',
  known_disagreements: '报告中已知的出入',
} as const

/** Everything of the report beside its facts and names, a note each. */
function restNotes(rest: Entry): Note[] {
  const words: Readonly<Record<string, string>> = SETTINGS
  return Object.entries(rest).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) =>
      info(`${words[key] ?? key}：${textOf(one)}`),
    ),
  )
}

function proposedSettings(rest: Entry): NonNullable<Prepared['proposed']> {
  const proposed: NonNullable<Prepared['proposed']> = {}
  for (const key of ['centre', 'prefecture', 'province'] as const) {
    const value = rest[key]
    if (typeof value === 'string') proposed[key] = value
  }
  return proposed
}
