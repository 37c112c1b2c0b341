import * as z from 'zod/mini'
import { roleSchema } from '../rights/roles.ts'
import { defineEndpoint } from './define.ts'
import { line } from './line.ts'

const accountSchema = z.object({
  id: z.string(),
  user: z.string(),
  name: z.string(),
  department: z.string(),
  roles: z.array(z.string()),
  isDisabled: z.boolean(),
  hasTotp: z.boolean(),
  /** A new password is owed at the next login. */
  mustChange: z.boolean(),
  /** When the one-time password runs out, or ran out; null where one's own was chosen. */
  oneTimeUntil: z.nullable(z.string()),
  createdAt: z.string(),
  lastSeenAt: z.nullable(z.string()),
  /** Too many wrong tries: until then nobody gets in. */
  lockedUntil: z.nullable(z.string()),
  sessions: z.int(),
})

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The account whose name and department it writes with; '' for a wall's. */
  account: z.string(),
  roles: z.array(z.string()),
  /** It can read the wall and nothing else. */
  isWall: z.boolean(),
  createdAt: z.string(),
  expiresAt: z.nullable(z.string()),
  lastUsedAt: z.nullable(z.string()),
})

/** Everything 账号与权限 shows. */
const administrationSchema = z.object({
  accounts: z.array(accountSchema),
  roles: z.array(roleSchema),
  tokens: z.array(tokenSchema),
  /** Names of departments an account may be of. */
  departments: z.array(z.string()),
})

export type Administration = z.infer<typeof administrationSchema>
export type AccountAnswer = Administration['accounts'][number]
export type TokenAnswer = Administration['tokens'][number]

const detailsSchema = z.object({
  user: line(40),
  name: line(40),
  department: z.string().check(z.maxLength(40)),
  roles: z.array(z.string()),
})

export type AccountDetails = z.infer<typeof detailsSchema>

/** The one-time password is shown this once; it is changed at the first login, before `until`. */
const withPassword = z.extend(administrationSchema, { password: z.string(), until: z.string() })

const one = z.object({ id: z.string() })

export const readAdministration = defineEndpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'Accounts, roles and tokens',
  right: 'accounts',
  output: administrationSchema,
})

export const addAccount = defineEndpoint({
  method: 'POST',
  path: '/accounts',
  summary: 'A new account with a one-time password',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  body: detailsSchema,
  output: withPassword,
})

export const changeAccount = defineEndpoint({
  method: 'PATCH',
  path: '/accounts/:id',
  summary: 'Change an account, or disable it, which ends its sessions and tokens',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: one,
  body: z.extend(z.partial(detailsSchema), { isDisabled: z.optional(z.boolean()) }),
  output: administrationSchema,
})

export const resetAccount = defineEndpoint({
  method: 'POST',
  path: '/accounts/:id/password',
  summary: 'A new one-time password; its sessions end, its lock and its second step are lifted',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: one,
  output: withPassword,
})

export const endAccountSessions = defineEndpoint({
  method: 'DELETE',
  path: '/accounts/:id/sessions',
  summary: 'End every session of an account',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: one,
  output: administrationSchema,
})

export const saveRole = defineEndpoint({
  method: 'PUT',
  path: '/roles/:id',
  summary: 'Keep a role; a new id is a new role',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: z.object({ id: z.string().check(z.regex(/^[a-z][\w-]{0,39}$/i)) }),
  body: z.extend(z.omit(roleSchema, { id: true }), { name: line(20) }),
  output: administrationSchema,
})

export const dropRole = defineEndpoint({
  method: 'DELETE',
  path: '/roles/:id',
  summary: 'Drop a role nobody has',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: one,
  output: administrationSchema,
})

export const addToken = defineEndpoint({
  method: 'POST',
  path: '/tokens',
  summary: 'A token for a program, which holds no more than its roles; or for a wall',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  body: z.object({
    name: line(40),
    roles: z.array(z.string()),
    isWall: z.boolean(),
    /** Days until it ends; null for a wall's that is to stay. */
    days: z.nullable(z.int().check(z.gte(1), z.lte(3650))),
  }),
  output: z.extend(administrationSchema, { token: z.string() }),
})

export const dropToken = defineEndpoint({
  method: 'DELETE',
  path: '/tokens/:id',
  summary: 'End a token',
  right: 'accounts',
  proof: 'always',
  journal: 'right',
  params: one,
  output: administrationSchema,
})
