import type { AffairsAnswer, OpenFinding } from '#shared/contract/affairs.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { daysBetween, type Day } from '#shared/time/day.ts'
import { rememberedRead } from './remembered.ts'
import { text, textOr } from './safety/cells.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<AffairsAnswer, 'findings'>

const MOST = 15
/** Findings are dozens a year: read whole, once a state of the desk. */
const ALL = 5000

/** What 综合事务 shows beside its figures: findings that are open on the period's last day. */
export async function affairsSections(scope: BoardScope): Promise<Sections> {
  const at = scope.end
  const rows = await allFindings(scope, { from: '', to: '' })
  const known = rows.filter(({ foundOn }) => text(foundOn) <= at)
  const open = known
    .filter(({ closure, doneOn }) => closure !== 'undated' && !isDoneBy(textOr(doneOn), at))
    .map((row) => findingOf(row, at))
    .toSorted(byUrgency)
  return {
    findings: {
      at,
      total: open.length,
      late: open.filter(({ late }) => (late ?? 0) > 0).length,
      list: open.slice(0, MOST),
      undated: known.filter(({ closure }) => closure === 'undated').length,
    },
  }
}

const FIELDS = [
  ...(['foundOn', 'source', 'finding', 'owner', 'department'] as const),
  ...(['dueOn', 'doneOn', 'closure'] as const),
]

const allFindings = rememberedRead(({ store }) =>
  store.cells({
    ledger: 'rectifications',
    fields: ['id', ...FIELDS],
    filters: [],
    sort: { field: 'foundOn', descending: false },
    limit: ALL,
  }),
)

const isDoneBy = (doneOn: Day | null, at: Day): boolean => doneOn !== null && doneOn <= at

function findingOf(row: Row, at: Day): OpenFinding {
  const dueOn = textOr(row.dueOn)
  return {
    id: text(row.id),
    foundOn: text(row.foundOn),
    source: text(row.source),
    finding: text(row.finding),
    owner: textOr(row.owner) ?? textOr(row.department),
    dueOn,
    doneOn: textOr(row.doneOn),
    late: dueOn === null ? null : Math.max(0, daysBetween(dueOn, at)),
  }
}

/** The nearest or longest past limit first; without a limit the oldest first, at the end. */
function byUrgency(a: OpenFinding, b: OpenFinding): number {
  const [x, y] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  return x === y ? (a.foundOn < b.foundOn ? -1 : 1) : x < y ? -1 : 1
}
