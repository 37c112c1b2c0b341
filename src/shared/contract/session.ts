import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { DESK_RIGHT_IDS, LEDGER_RIGHT_IDS } from '../rights/right.ts'
import { defineEndpoint } from './define.ts'
import { line } from './line.ts'

const reach = z.enum(['all', 'own'])
const reaches = z.partialRecord(z.enum(LEDGER_IDS), reach)

/** What the reader may do, as pages need it to offer no more. */
export const rightsSchema = z.object({
  desk: z.array(z.enum(DESK_RIGHT_IDS)),
  see: reaches,
  write: reaches,
  review: reaches,
  identify: reaches,
  /** What is held over every ledger and all of its records. */
  every: z.array(z.enum(LEDGER_RIGHT_IDS)),
})

export type RightsAnswer = z.infer<typeof rightsSchema>

/**
 * Where a reader stands: `open` on a desk without accounts; `setUp` before there is any; `signIn` for
 * nobody; `code` and `password` for a session that owes one; `ready`.
 */
const STAGES = ['open', 'setUp', 'signIn', 'code', 'password', 'ready'] as const

export const meSchema = z.object({
  stage: z.enum(STAGES),
  centre: z.string(),
  /** Name as it stands in the history; '' for nobody. */
  name: z.string(),
  user: z.string(),
  department: z.string(),
  roles: z.array(z.string()),
  rights: rightsSchema,
  hasTotp: z.boolean(),
  /** Characters a new password has at least. */
  leastPassword: z.int(),
  /** Whether the name lies over pages and prints. */
  isWatermarked: z.boolean(),
})

export type Me = z.infer<typeof meSchema>

const nothingSchema = z.object({})

const user = z.string().check(z.minLength(1), z.maxLength(40))
const password = z.string().check(z.maxLength(200))

export const readMe = defineEndpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, what is owed, and what may be done',
  right: 'open',
  output: meSchema,
})

export const setUpDesk = defineEndpoint({
  method: 'POST',
  path: '/set-up',
  summary: 'Name the centre and its first administrator; the link on the console gives the token',
  right: 'open',
  journal: 'right',
  body: z.object({
    token: z.string(),
    centre: line(60),
    name: line(40),
    user: line(40),
    password,
  }),
  output: meSchema,
})

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/sign-in',
  summary: 'Begin a session; the same answer for a wrong password and for no such account',
  right: 'open',
  journal: 'access',
  body: z.object({ user, password }),
  output: meSchema,
})

export const giveCode = defineEndpoint({
  method: 'POST',
  path: '/sign-in/code',
  summary: 'The second step: a code of the authenticator, or one of the recovery codes',
  right: 'signingIn',
  journal: 'access',
  body: z.object({ code: z.string().check(z.maxLength(40)) }),
  output: meSchema,
})

export const signOut = defineEndpoint({
  method: 'POST',
  path: '/sign-out',
  summary: 'End this session',
  right: 'open',
  journal: 'access',
  output: meSchema,
})

export const changePassword = defineEndpoint({
  method: 'POST',
  path: '/me/password',
  summary: 'Change one’s password; every other session of the account ends',
  right: 'signingIn',
  journal: 'access',
  body: z.object({ old: password, password }),
  output: meSchema,
})

export const prove = defineEndpoint({
  method: 'POST',
  path: '/me/proof',
  summary: 'Give the password again, and a code where the second step is on',
  right: 'signedIn',
  journal: 'access',
  body: z.object({ password, code: z.string().check(z.maxLength(40)) }),
  output: nothingSchema,
})

export const checkProof = defineEndpoint({
  method: 'GET',
  path: '/me/proof',
  summary: 'Refused as what asks for a proof would be: asked before a file that does',
  right: 'signedIn',
  proof: 'always',
  output: nothingSchema,
})

const sessionSchema = z.object({
  id: z.string(),
  isThis: z.boolean(),
  startedAt: z.string(),
  seenAt: z.string(),
  /** Browser and system, as the browser names itself. */
  agent: z.string(),
  source: z.string(),
})

export const listSessions = defineEndpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'One’s sessions, last seen first',
  right: 'signedIn',
  output: z.object({ sessions: z.array(sessionSchema) }),
})

export const endSessions = defineEndpoint({
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'End one of one’s sessions, or all but this',
  right: 'signedIn',
  proof: 'always',
  journal: 'access',
  query: z.object({ id: z.optional(z.string()) }),
  output: z.object({ sessions: z.array(sessionSchema) }),
})

export const beginTotp = defineEndpoint({
  method: 'POST',
  path: '/me/totp',
  summary: 'A new secret for an authenticator; it holds once a code of it was given',
  right: 'signedIn',
  journal: 'access',
  body: z.object({ password }),
  output: z.object({ secret: z.string(), uri: z.string() }),
})

export const confirmTotp = defineEndpoint({
  method: 'PUT',
  path: '/me/totp',
  summary: 'Turn the second step on; the recovery codes are shown this once',
  right: 'signedIn',
  journal: 'access',
  body: z.object({ code: z.string() }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const dropTotp = defineEndpoint({
  method: 'POST',
  path: '/me/totp/off',
  summary: 'Turn the second step off',
  right: 'signedIn',
  journal: 'access',
  body: z.object({ password }),
  output: meSchema,
})
