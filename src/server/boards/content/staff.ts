import type { StaffPoints, StaffRow } from '#shared/contract/content.ts'
import {
  formPoints,
  rulesFor,
  unscoredPieces,
  type FormCount,
} from '#shared/metrics/content/staff-points.ts'
import type { PointRule } from '#shared/settings/points.ts'
import { yearOf, type Interval, type Period } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { splitLast } from './spread.ts'

type Forms = ReadonlyMap<string, readonly FormCount[]>

interface Counted {
  readonly now: Forms
  readonly before: Forms | null
  readonly rule: PointRule | null
  readonly other: PointRule | null
}

/**
 * Pieces and points by department and by person: under the chosen rule and the one beside it, and
 * last year's work under the chosen one.
 */
export async function staffSection(
  scope: BoardScope,
  against: Period | null,
  chosen: string | undefined,
): Promise<StaffPoints | null> {
  const rules = scope.settings.pointRules
  const { rule, other } = rulesFor(rules, yearOf(scope.period), chosen)
  const rowsOf = async (field: 'department' | 'author'): Promise<StaffRow[] | null> => {
    const [now, before] = await Promise.all([
      formsBy(field, scope, scope.period),
      against ? formsBy(field, scope, against) : null,
    ])
    return now && staffRows({ now, before, rule, other })
  }
  const [departments, people] = await Promise.all([rowsOf('department'), rowsOf('author')])
  if (!departments || !people) return null
  return {
    rules: rules.map(({ name, year }) => ({ name, year })),
    rule: rule?.name ?? null,
    other: other?.name ?? null,
    against,
    unscored: rule ? people.reduce((sum, { forms }) => sum + unscoredPieces(rule, forms), 0) : 0,
    departments,
    people,
  }
}

async function formsBy(
  field: 'department' | 'author',
  { tallies }: BoardScope,
  days: Interval,
): Promise<Forms | null> {
  const counts = await tallies.over(
    { ledger: 'pieces', measure: 'records', cut: [field, 'form'] },
    days,
  )
  if (!counts) return null
  const forms = new Map<string, FormCount[]>()
  for (const [key, { records: count }] of counts) {
    const [name, form] = splitLast(key)
    const known = forms.get(name)
    if (known) known.push({ form, count })
    else forms.set(name, [{ form, count }])
  }
  return forms
}

const piecesOf = (forms: readonly FormCount[]): number =>
  forms.reduce((sum, { count }) => sum + count, 0)

/** Most points first, those without a name last; somebody of last year alone stands with zero. */
function staffRows({ now, before, rule, other }: Counted): StaffRow[] {
  const points = (forms: readonly FormCount[]): number => (rule ? formPoints(rule, forms) : 0)
  const names = [...new Set([...now.keys(), ...(before?.keys() ?? [])])]
  const rows = names.map((name) => {
    const forms = now.get(name) ?? []
    const past = before && (before.get(name) ?? [])
    return {
      name,
      pieces: piecesOf(forms),
      forms: forms.toSorted((a, b) => b.count - a.count),
      points: points(forms),
      otherPoints: other && formPoints(other, forms),
      beforePieces: past && piecesOf(past),
      beforePoints: past && points(past),
    }
  })
  const isNobody = ({ name }: StaffRow): number => Number(name === '')
  return rows.toSorted(
    (a, b) =>
      isNobody(a) - isNobody(b) ||
      b.points - a.points ||
      b.pieces - a.pieces ||
      (a.name < b.name ? -1 : 1),
  )
}
