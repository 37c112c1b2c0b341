import type { ListPreview } from '#shared/contract/lists.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dayOf } from '#shared/records/names.ts'
import type { Evaluator } from '#shared/metrics/evaluate.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import type { ReadSums } from '#shared/metrics/tally.ts'
import { parsePeriod, type Period } from '#shared/time/period.ts'
import { keptRow } from '../store/cells.ts'
import { movedOf, sumChanges, type SumsMoved } from '../store/kept-sums.ts'
import type { Store } from '../store/store.ts'
import { breathe } from '../store/turns.ts'
import type { Recast } from './recast.ts'

type ChangedFigure = ListPreview['figures'][number]

const MOST_YEARS = 3
const PART = 500

/** What a rewriting of records does to the kept sums, and where. */
export interface Recasting {
  readonly changes: ReadonlyMap<LedgerId, readonly SumsMoved[]>
  /** Fields whose cells change, a ledger. */
  readonly fields: ReadonlySet<string>
  /** `YYYY`, newest first. */
  readonly years: readonly string[]
}

/** Works out by how much the kept sums would move; reads the records whole, writes nothing. */
export async function sumsMoved(
  store: Pick<Store, 'cells'>,
  recasts: ReadonlyMap<LedgerId, readonly Recast[]>,
): Promise<Recasting> {
  const changes = new Map<LedgerId, readonly SumsMoved[]>()
  const years = new Set<string>()
  const fields = new Set<string>()
  for (const [ledger, changed] of recasts) {
    const definition = ledgerOf(ledger)
    const sums = sumChanges(definition)
    const after = new Map(changed.map((one) => [one.id, one.after]))
    for (const row of await wholeRows(store, ledger, [...after.keys()])) {
      const { id, ...cells } = row
      const then = keptRow(definition, { ...cells, ...after.get(String(id)) })
      sums.subtract(cells)
      sums.add(then)
      const day = dayOf(definition, cells)
      if (day) years.add(day.slice(0, 4))
    }
    for (const { after: cells } of changed)
      for (const field of Object.keys(cells)) fields.add(field)
    changes.set(ledger, [sums.moved])
  }
  return { changes, fields, years: [...years].toSorted().toReversed() }
}

async function wholeRows(
  store: Pick<Store, 'cells'>,
  ledger: LedgerId,
  ids: readonly string[],
): Promise<Row[]> {
  const fields = ['id', ...Object.keys(ledgerOf(ledger).fields)]
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += PART)
    rows.push(
      ...(await store.cells({
        ledger,
        fields,
        filters: [{ field: 'id', in: ids.slice(at, at + PART) }],
      })),
    )
  return rows
}

/** Sums as they would be read after the move. */
export function movedSums(read: ReadSums, { changes }: Pick<Recasting, 'changes'>): ReadSums {
  return async (query) => {
    const own = (changes.get(query.ledger) ?? []).flatMap((moved) => movedOf(moved, query))
    const rows = await read(query)
    if (own.length === 0) return rows
    await breathe()
    const sums = new Map<string, SumsRow>()
    const add = (row: SumsRow) => {
      const key = [row.at, ...row.values].join('\u001F')
      const known = sums.get(key) ?? { ...row, sum: 0, records: 0, blank: 0 }
      sums.set(key, {
        ...known,
        sum: known.sum + row.sum,
        records: known.records + row.records,
        blank: known.blank + row.blank,
      })
    }
    for (const row of [...rows, ...own]) add(row)
    return [...sums.values()].filter(({ records, blank }) => records + blank > 0)
  }
}

/** An evaluator of one year over given sums. */
export type EvaluatorOf = (read: ReadSums, year: Period) => Evaluator

/** Figures of the years concerned that read otherwise after the move, wholes before their parts. */
export async function figuresChanged(
  moved: Recasting,
  read: ReadSums,
  evaluatorOf: EvaluatorOf,
): Promise<Pick<ListPreview, 'figures' | 'yearsLeftOut'>> {
  const figures: ChangedFigure[] = []
  const then = movedSums(read, moved)
  for (const year of moved.years.slice(0, MOST_YEARS)) {
    const period = parsePeriod(year)
    if (!period) continue
    const [before, after] = [evaluatorOf(read, period), evaluatorOf(then, period)]
    for (const metric of METRIC_IDS) {
      const pair = await Promise.all([before, after].map((of) => of.figure(metric, period)))
      const told = { metric, year, field: '', part: '' }
      figures.push(...changedPair(told, pair[0], pair[1]))
      const cuts = (metricOf(metric).by ?? []).filter((field) => moved.fields.has(field))
      for (const field of cuts)
        figures.push(...(await changedParts({ metric, year, field }, [before, after], period)))
    }
  }
  return { figures, yearsLeftOut: Math.max(0, moved.years.length - MOST_YEARS) }
}

async function changedParts(
  told: { readonly metric: MetricId; readonly year: string; readonly field: string },
  [before, after]: readonly [Evaluator, Evaluator],
  period: Period,
): Promise<ChangedFigure[]> {
  const { metric, field } = told
  const [was, is] = await Promise.all([
    before.parts(metric, period, field),
    after.parts(metric, period, field),
  ])
  const values = [...new Set([...was, ...is].map(({ value }) => value))]
  const pairs = values.map(async (value) => {
    const [now, then] = await Promise.all(
      [before, after].map((of) => of.figure(metric, period, { field, value })),
    )
    return changedPair({ ...told, part: value }, now, then)
  })
  return (await Promise.all(pairs)).flat()
}

const changedPair = (
  told: Pick<ChangedFigure, 'metric' | 'year' | 'field' | 'part'>,
  before: Figure | undefined,
  after: Figure | undefined,
): ChangedFigure[] =>
  before && after && (before.state !== after.state || valueOf(before) !== valueOf(after))
    ? [{ ...told, before, after }]
    : []
