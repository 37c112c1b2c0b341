import { LEDGER_IDS, ledgerOf, type LedgerId } from '../ledgers/index.ts'
import { namingFields } from '../masks.ts'
import { covers, type Held } from './covers.ts'
import type { DeskRight, LedgerRight, Right, Which } from './right.ts'
import { GRANTED_LEDGERS, type Role } from './roles.ts'

/** Every record of a ledger, or those of one's own department. */
export type Reach = 'all' | 'own'

/** What somebody may do: the rights of their roles, added up. */
export interface Rights {
  readonly desk: ReadonlySet<DeskRight>
  readonly ledgers: Readonly<Record<LedgerRight, ReadonlyMap<LedgerId, Reach>>>
}

/** How far somebody has come: nobody, a session that owes something, a wall, an account or a token. */
export type Standing = 'nobody' | 'signingIn' | 'wall' | 'signedIn'

export const NO_RIGHTS: Rights = {
  desk: new Set(),
  ledgers: { see: new Map(), write: new Map(), review: new Map(), identify: new Map() },
}

/** Whether a ledger's records name a department or people, so that some are one department's own. */
export const namesDepartments = (ledger: LedgerId): boolean => departmentFields(ledger).length > 0

/** Whether a ledger's records name citizens; their texts may mention some in any ledger. */
export const namesCitizens = (ledger: LedgerId): boolean =>
  namingFields(ledgerOf(ledger)).length > 0

/**
 * Ledgers naming citizens in which somebody sees names and numbers only masked. Texts of others, and of
 * reports, reviews, talks, may mention anybody: wherever one ledger is masked, so are they.
 */
export const maskedLedgers = ({ ledgers }: Rights): ReadonlySet<LedgerId> =>
  new Set(GRANTED_LEDGERS.filter((id) => namesCitizens(id) && !ledgers.identify.has(id)))

/** The same rights but for names and numbers of citizens: what a meeting or a folder is given. */
export const withoutNames = (rights: Rights): Rights => ({
  ...rights,
  ledgers: { ...rights.ledgers, identify: new Map() },
})

interface DepartmentField {
  readonly field: string
  readonly list: 'departments' | 'people'
}

/** Listed once: every record is asked for them. */
const DEPARTMENT_FIELDS: ReadonlyMap<LedgerId, readonly DepartmentField[]> = new Map(
  LEDGER_IDS.filter((id) => ledgerOf(id).kind === 'book').map((id) => [
    id,
    Object.entries(ledgerOf(id).fields).flatMap(([field, { list }]) =>
      list === 'departments' || list === 'people' ? [{ field, list }] : [],
    ),
  ]),
)

/** Fields of a book by which a record is a department's: the department itself, or its people. */
export const departmentFields = (ledger: LedgerId): readonly DepartmentField[] =>
  DEPARTMENT_FIELDS.get(ledger) ?? []

/**
 * The rights of several roles together: where one role reaches further, that one counts. Whoever is
 * of no department (`''`) has no own records, and so no right over them.
 */
export function rightsOf(roles: readonly Role[], department: string): Rights {
  const reachOf = (right: LedgerRight): Map<LedgerId, Reach> => {
    const found = new Map<LedgerId, Reach>()
    for (const { every, ledgers, ownDepartment } of roles)
      for (const ledger of GRANTED_LEDGERS) {
        if (!every.includes(right) && !ledgers[ledger]?.includes(right)) continue
        if (right === 'identify' && !namesCitizens(ledger)) continue
        const reach = ownDepartment && namesDepartments(ledger) ? 'own' : 'all'
        if (reach === 'own' && department === '') continue
        if (found.get(ledger) !== 'all') found.set(ledger, reach)
      }
    return found
  }
  return {
    desk: new Set(roles.flatMap(({ desk }) => desk)),
    ledgers: {
      see: reachOf('see'),
      write: reachOf('write'),
      review: reachOf('review'),
      identify: reachOf('identify'),
    },
  }
}

/** Whether what somebody has is enough to call an endpoint; `params` are those of its address. */
export function allows(
  { standing, rights }: { readonly standing: Standing; readonly rights: Rights },
  right: Right,
  params: Readonly<Record<string, string | undefined>> = {},
): boolean {
  if (right === 'open') return true
  if (standing === 'wall') return right === 'wall'
  if (right === 'signingIn') return standing !== 'nobody'
  if (standing !== 'signedIn') return false
  const held: Held = {
    desk: (name) => rights.desk.has(name),
    of: (name, which) => holds(rights, name, which, params),
  }
  return covers(held, right)
}

/** Whether rights hold one over what an endpoint names. */
export function holds(
  rights: Rights,
  right: LedgerRight,
  which: Which,
  { ledger, list }: Readonly<Record<string, string | undefined>>,
): boolean {
  const reach = rights.ledgers[right]
  if (which === 'some') return reach.size > 0
  if (which === 'every' && right === 'identify') return maskedLedgers(rights).size === 0
  if (which === 'every') return GRANTED_LEDGERS.every((id) => reach.get(id) === 'all')
  const named = which === 'ofParams' ? LEDGER_IDS.find((id) => id === (ledger ?? list)) : which
  // What is no ledger is refused as such, by its own words; what the desk keeps follows other ledgers.
  if (named === undefined || ledgerOf(named).kind === 'desk') return reach.size > 0
  return reach.has(named)
}
