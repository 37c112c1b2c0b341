import type { Correction } from '#shared/contract/import-sections.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { partMetric } from '#shared/metrics/stated.ts'
import { isMetricId, METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { statedKey, statedLabel } from '#shared/headlines/stated-words.ts'

/** A line that is not to be read, as a form holds it. */
export const NOT_READ = '-'

/** How a sheet of totals is read, as its form holds it: by label, `''` for a line nobody decided on. */
export interface SummaryForm {
  whole: string
  lines: Record<string, string>
  year: string
}

type Line = ImportSection['mapping'][number]

/** The form of a sheet as it was read. */
export const summaryFormOf = ({ summary, mapping, year }: ImportSection): SummaryForm => ({
  whole: summary?.whole ?? '',
  lines: Object.fromEntries(mapping.map((line) => [line.key, decided(line)])),
  year: year === null ? '' : String(year),
})

const decided = ({ field, how }: Line): string => field ?? (how === 'chosen' ? NOT_READ : '')

/** A group of things a line may be of, as `[key, label]`. */
export interface LineChoices {
  readonly label: string
  readonly choices: readonly (readonly [string, string])[]
}

/**
 * What a line may be of: a part of what the sheet is of, by one of its words or, of a list of names, by
 * the label itself; else any metric. What it is read as now is among them.
 */
export function lineChoices({ heading, field, label }: Line, whole: string): LineChoices[] {
  const parts = isMetricId(whole) ? partChoices(whole, heading) : []
  const metrics = METRIC_IDS.map((id) => [id, metricOf(id).label] as const)
  const all = [...parts, ...metrics]
  const own =
    field === null || label === null || all.some(([key]) => key === field)
      ? []
      : [[field, label] as const]
  return [
    ...(own.length > 0 ? [{ label: '现在的读法', choices: own }] : []),
    ...(parts.length > 0
      ? [{ label: `${isMetricId(whole) ? metricOf(whole).label : ''}的分项`, choices: parts }]
      : []),
    { label: '指标', choices: metrics },
  ]
}

function partChoices(whole: MetricId, heading: string): [string, string][] {
  const { formula, by = [] } = metricOf(whole)
  if (!('ledger' in formula)) return []
  const { fields } = ledgerOf(formula.ledger)
  return by.flatMap((field): [string, string][] => {
    const { list, options = {}, label = field } = fields[field] ?? {}
    const partOf = (value: string) => ({ metric: whole, part: { field, value } })
    if (list !== undefined) return [[statedKey(partOf(heading)), `${label}：${heading}`]]
    // A part that is a metric of its own stands among the metrics.
    return Object.keys(options)
      .filter((value) => partMetric(whole, field, value) === null)
      .map((value) => [statedKey(partOf(value)), statedLabel(partOf(value))])
  })
}

/** What the form asks for beside how the sheet was read; lines left as they were read are not said. */
export function summaryCorrection(form: SummaryForm, section: ImportSection): Correction | null {
  const { summary, mapping, table } = section
  if (!summary) return null
  const told = mapping.flatMap((line) => {
    const said = form.lines[line.key] ?? ''
    const isTold = said !== '' && (line.how === 'chosen' || said !== decided(line))
    return isTold ? [[line.key, said === NOT_READ ? '' : said] as const] : []
  })
  const year = /^\d{4}$/.test(form.year.trim()) ? Number(form.year.trim()) : null
  const given: Record<string, string> = form.whole === '' ? {} : { metric: form.whole }
  return {
    mapping: {
      headings: summary.key,
      ledger: 'statedFigures',
      isForced: false,
      columns: {},
      given,
      lines: Object.fromEntries(told),
    },
    ...(year !== section.year && { tables: [{ table, year }] }),
  }
}

/** The sheet read as a ledger instead. */
export const asLedger = (ledger: LedgerId, { headings }: ImportSection): Correction => ({
  mapping: { headings, ledger, isForced: true, columns: {}, given: {} },
})
