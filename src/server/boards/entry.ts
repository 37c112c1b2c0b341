import { asksOf } from '#shared/boards/define.ts'
import { boardOf } from '#shared/boards/index.ts'
import type { EntryAnswer } from '#shared/contract/entry.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Where } from '#shared/metrics/define.ts'
import { NAME_LISTS } from '#shared/records/name-lists.ts'
import { aliasesOf } from '#shared/records/names.ts'
import { spanOf } from '#shared/metrics/evaluate.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { statedFor, statedPartValues } from '#shared/metrics/stated.ts'
import { previousPeriod } from '#shared/time/period.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<EntryAnswer, 'entered' | 'before' | 'parts' | 'names' | 'levels'>
interface Line {
  readonly metric: MetricId
  readonly part: Where | null
}

const ASKS = asksOf(boardOf('entry'))
const MOST = 2000

/** What 填报 shows beside the figures of its board. */
export async function entrySections(scope: BoardScope): Promise<Sections> {
  const parts = (await Promise.all(ASKS.map((ask) => partsOf(ask, scope)))).flat()
  const lines = [...ASKS.map(({ metric }): Line => ({ metric, part: null })), ...parts]
  return {
    entered: await entered(lines, scope),
    before: lines.flatMap((line) => before(line, scope)),
    parts,
    names: (await Promise.all(NAME_LISTS.map((list) => namesIn(list, scope)))).flat(),
    levels: Object.entries(scope.settings.adoption.levelWords).map(([level, written]) => ({
      written,
      level,
    })),
  }
}

async function namesIn(list: LedgerId, { store }: BoardScope): Promise<Sections['names']> {
  const rows = await store.cells({ ledger: list, fields: ['name', 'aliases'], filters: [] })
  return rows.flatMap((row) => {
    const name = said(row.name)
    return [name, ...aliasesOf(row)].map((written) => ({ list, written, name }))
  })
}

/** Names of the field's reference list, and what else was stated. */
async function partsOf(
  { metric, by }: (typeof ASKS)[number],
  { store, snapshot, period }: BoardScope,
): Promise<(Line & { readonly part: Where })[]> {
  if (by === undefined) return []
  const { formula } = metricOf(metric)
  const list = 'ledger' in formula ? ledgerOf(formula.ledger).fields[by]?.list : undefined
  const names =
    list !== undefined && isLedgerId(list)
      ? await store.cells({ ledger: list, fields: ['name'], filters: [] })
      : []
  const stated = statedPartValues(snapshot.stated, metric, spanOf(metric, period), by)
  const values = new Set([...names.map(({ name }) => String(name)), ...stated])
  return [...values].map((value) => ({ metric, part: { field: by, value } }))
}

async function entered(
  lines: readonly Line[],
  { store, period }: BoardScope,
): Promise<Sections['entered']> {
  const spans = lines.map(({ metric }) => spanOf(metric, period))
  const { records } = await store.records({
    ledger: 'statedFigures',
    filters: [
      { field: 'periodFrom', in: [...new Set(spans.map(({ from }) => from))] },
      { field: 'periodTo', in: [period.to] },
      { field: 'metric', in: [...new Set(lines.map(({ metric }) => metric))] },
    ],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: MOST,
  })
  return lines.flatMap((line, at) =>
    records
      .filter(({ row }) => isOf(row, line) && row.periodFrom === spans[at]?.from)
      .map(({ id, changedAt, changedBy, createdBy, row }) => ({
        ...line,
        id,
        changedAt,
        value: said(row.value),
        unit: said(row.unit),
        qualifier: said(row.qualifier),
        wording: said(row.wording),
        source: said(row.source),
        note: said(row.note),
        partOf: said(row.partOf),
        by: changedBy ?? createdBy,
      })),
  )
}

function before({ metric, part }: Line, { snapshot, period }: BoardScope): Sections['before'] {
  const earlier = previousPeriod(spanOf(metric, period))
  const figure = earlier && statedFor(snapshot.stated, metric, earlier, part ?? undefined)[0]
  return figure ? [{ metric, part, period: earlier, figure }] : []
}

const isOf = (row: Row, { metric, part }: Line): boolean =>
  row.metric === metric &&
  said(row.partField) === (part?.field ?? '') &&
  said(row.partValue) === (part?.value ?? '')

const said = (cell: Row[string] | undefined): string => String(cell ?? '')
