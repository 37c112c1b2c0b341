import * as z from 'zod/mini'
import { roleSchema } from '#shared/rights/roles.ts'

const instant = z.string()

/** An account as kept; secrets as hashes, but the authenticator's, which has to be computed with. */
const accountSchema = z.object({
  id: z.string(),
  /** As typed at login; no two differ in case alone. */
  user: z.string(),
  name: z.string(),
  department: z.string(),
  roles: z.array(z.string()),
  isDisabled: z.boolean(),
  password: z.string(),
  passwordAt: instant,
  mustChange: z.boolean(),
  totp: z.nullable(
    z.object({
      secret: z.string(),
      isOn: z.boolean(),
      /** The last step a code was taken of: none is taken twice. */
      lastStep: z.int(),
      recovery: z.array(z.string()),
    }),
  ),
  createdAt: instant,
})

export type Account = z.infer<typeof accountSchema>

/** `id` is the SHA-256 of what the browser holds. */
const sessionSchema = z.object({
  id: z.string(),
  account: z.string(),
  startedAt: instant,
  seenAt: instant,
  /** When the password was given again; without it, it was at the beginning. */
  provedAt: z.optional(instant),
  /** The second step is still to be given. */
  owesCode: z.boolean(),
  agent: z.string(),
  source: z.string(),
})

export type Session = z.infer<typeof sessionSchema>

/** `id` names it, `hash` is the SHA-256 of what its holder sends. */
const tokenSchema = z.object({
  id: z.string(),
  hash: z.string(),
  name: z.string(),
  account: z.string(),
  roles: z.array(z.string()),
  isWall: z.boolean(),
  createdAt: instant,
  expiresAt: z.nullable(instant),
  lastUsedAt: z.nullable(instant),
})

export type Token = z.infer<typeof tokenSchema>

/** Wrong tries in a row, by account or by source. */
const triesSchema = z.object({
  id: z.string(),
  wrong: z.int(),
  at: instant,
  until: z.nullable(instant),
})

export type Tries = z.infer<typeof triesSchema>

/** The one-time link of the first start: its hash, and until when it holds. */
const setUpSchema = z.object({ id: z.string(), expiresAt: instant })

/** When an account was last used; apart from it, since it is written at all times. */
const seenSchema = z.object({ id: z.string(), at: instant })

export type Seen = z.infer<typeof seenSchema>

export const PAPERS = {
  account: accountSchema,
  session: sessionSchema,
  token: tokenSchema,
  role: roleSchema,
  tries: triesSchema,
  setUp: setUpSchema,
  seen: seenSchema,
} as const
