import * as z from 'zod/mini'
import { LEDGER_IDS, ledgerOf } from '../ledgers/index.ts'
import { AREAS, type AreaId } from './areas.ts'
import { DESK_RIGHT_IDS, LEDGER_RIGHT_IDS, type LedgerRight } from './right.ts'

/** Ledgers and lists that rights are given for; what the desk keeps itself follows them. */
export const GRANTED_LEDGERS = LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')

/** What people of one kind may do. An account may have several roles: their rights add up. */
export const roleSchema = z.object({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  desk: z.array(z.enum(DESK_RIGHT_IDS)),
  /** Rights over every ledger, also those a later version brings. */
  every: z.array(z.enum(LEDGER_RIGHT_IDS)),
  /** Further ones by ledger. */
  ledgers: z.record(z.string(), z.array(z.enum(LEDGER_RIGHT_IDS))),
  /** Of ledgers that name departments or people, only records of the account's own department. */
  ownDepartment: z.boolean(),
})

export type Role = z.infer<typeof roleSchema>

/** Ledgers of some lines of work with these rights. */
const granted = (areas: readonly AreaId[], rights: readonly LedgerRight[]): Role['ledgers'] =>
  Object.fromEntries(areas.flatMap((area) => AREAS[area].map((ledger) => [ledger, [...rights]])))

/** The role that can always administer; it can be neither changed nor dropped. */
export const ADMINISTRATOR = 'administrator'

/** The roles a desk starts with; a centre changes them and adds its own. */
export const DEFAULT_ROLES: readonly Role[] = [
  {
    id: 'director',
    name: '主任',
    desk: ['export', 'close', 'present', 'wall'],
    every: ['see', 'review'],
    ledgers: granted(['stated'], ['write']),
    ownDepartment: false,
  },
  {
    id: 'chiefEditor',
    name: '总编/审核',
    desk: ['export', 'close', 'present'],
    every: ['see', 'review'],
    ledgers: {
      ...granted(['content', 'adoption', 'stated', 'lists'], ['write']),
      ...granted(['sentiment'], ['identify']),
      acknowledgements: ['write'],
    },
    ownDepartment: false,
  },
  {
    id: 'editor',
    name: '编辑',
    desk: [],
    every: [],
    ledgers: {
      ...granted(['content', 'adoption'], ['see', 'write']),
      ...granted(['lists'], ['see']),
    },
    ownDepartment: true,
  },
  {
    id: 'sentimentOfficer',
    name: '舆情员',
    desk: ['export'],
    every: [],
    ledgers: {
      ...granted(['sentiment'], ['see', 'write', 'identify']),
      ...granted(['lists'], ['see']),
    },
    ownDepartment: false,
  },
  {
    id: 'broadcastOperator',
    name: '播出员',
    desk: [],
    every: [],
    ledgers: { ...granted(['safety'], ['see', 'write']), ...granted(['lists'], ['see']) },
    ownDepartment: false,
  },
  {
    id: 'accountant',
    name: '财务',
    desk: ['export'],
    every: [],
    ledgers: { ...granted(['budget'], ['see', 'write']), ...granted(['lists'], ['see']) },
    ownDepartment: false,
  },
  { id: 'reader', name: '只读', desk: [], every: ['see'], ledgers: {}, ownDepartment: false },
  {
    id: ADMINISTRATOR,
    name: '管理员',
    desk: [...DESK_RIGHT_IDS],
    every: [...LEDGER_RIGHT_IDS],
    ledgers: {},
    ownDepartment: false,
  },
]

/** A desk without accounts, and the desk's own acts: everything. */
export const EVERYTHING: readonly Role[] = DEFAULT_ROLES.filter(({ id }) => id === ADMINISTRATOR)
