import { wallAsks, wallPageOf } from '#shared/boards/wall.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { WallAnswer, WallFigures } from '#shared/contract/wall.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { mayStandOnWall, wallFields } from '#shared/metrics/on-wall.ts'
import { addDays, EARLIEST } from '#shared/time/day.ts'
import type { Immutable } from '../serve.ts'
import { answer } from './answers.ts'
import { rememberedRead } from './remembered.ts'
import type { BoardScope } from './scope.ts'

/** What the pages chosen for the wall need, as far as the ledgers let it there. */
export async function wallSections(scope: BoardScope): Promise<Immutable<WallAnswer>> {
  const { settings, snapshot, period } = scope
  const { pages } = settings.wall
  const ids = pages.map(({ page }) => page)
  const asks = wallAsks(ids).filter(({ metric, by }) => mayStandOnWall(metric, by))
  const cards = ids.flatMap((id) => wallPageOf(id).cards)
  const ledgers = new Set(cards.flatMap((card) => (card.kind === 'latest' ? [card.ledger] : [])))
  const hasOpen = cards.some(({ kind }) => kind === 'open')
  const [answers, latest, open] = await Promise.all([
    Promise.all(asks.map(async (ask) => numbersOf(await answer(ask, scope)))),
    Promise.all([...ledgers].map((ledger) => latestOf(scope, ledger))),
    hasOpen ? openByLevel(scope, period) : [],
  ])
  const { centre, stripe, zone, isEmpty } = snapshot.desk
  return { centre, stripe, zone, isEmpty, period, pages, answers, latest, open }
}

/** An answer without anything somebody wrote. */
function numbersOf(of: Immutable<Answer>): Immutable<WallFigures> {
  const point = ({ at, figure, parts }: Immutable<Answer>['months'][number]) => ({
    at,
    parts,
    figure: withoutWords(figure),
  })
  return {
    ...of,
    figure: withoutWords(of.figure),
    parts: of.parts.map(({ value, figure }) => ({ value, figure: withoutWords(figure) })),
    months: of.months.map(point),
    monthsBefore: of.monthsBefore.map(point),
    stated: [],
    quoted: [],
    targets: [],
  }
}

function withoutWords(figure: Figure): Immutable<WallFigures['figure']> {
  return figure.state === 'stated' ? { ...figure, wording: '', source: '', record: '' } : figure
}

const SHOWN = 12

/** The last records of a ledger up to the period's end; only cells that may be read are asked for. */
async function latestOf(
  { store, period, end }: BoardScope,
  ledger: LedgerId,
): Promise<Immutable<WallAnswer['latest'][number]>> {
  const fields = wallFields(ledger)
  const on = Object.values(ledgerOf(ledger).measures)[0]?.on
  if (on === undefined || fields.length === 0) return { ledger, records: [] }
  const rows = await store.cells({
    ledger,
    fields,
    filters: [{ field: on, from: period.from, to: end }],
    sort: { field: on, descending: true },
    limit: SHOWN,
  })
  const textOf = (cell: string | number | null = null) => (cell === null ? null : String(cell))
  const records = rows.map((row) =>
    Object.fromEntries(fields.map((field) => [field, textOf(row[field])])),
  )
  return { ledger, records }
}

/** Alerts that are open, counted by level: all that a wall may know of them. */
const openByLevel = rememberedRead(async ({ store }: BoardScope, { to }) => {
  const field = 'level'
  if (!mayStandOnWall('openAlerts', field)) return []
  const rows = await store.cells({
    ledger: 'alerts',
    fields: [field],
    filters: [
      { field: 'alertedAt', from: EARLIEST, to },
      { field: 'closedAt', from: addDays(to, 1), orEmpty: true },
    ],
  })
  const counts = new Map<string, number>()
  for (const { level } of rows) {
    const code = level === null || level === undefined ? '' : String(level)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].map(([level, count]) => ({ level, count }))
})
