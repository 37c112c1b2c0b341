import * as z from 'zod/mini'

const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most))

/** 账号与登录: how long things hold, and how often one may try. */
export const accountsSettingsSchema = z.object({
  /** Characters a password has at least. */
  leastPassword: whole(8, 64),
  /** Days after which a password is changed at the next login; 0 for never. */
  passwordDays: whole(0, 3650),
  /** Days within which a one-time password is changed for one's own; after them it opens nothing. */
  oneTimeDays: z._default(whole(1, 30), 3),
  /** Minutes without a request after which a session ends. */
  idleMinutes: whole(5, 1440),
  /** Hours after which a session ends whatever is done. */
  sessionHours: whole(1, 720),
  /** Wrong tries in a row, from one address, before an account waits there. */
  mostTries: whole(3, 20),
  /** The same from one address, which several people may share, and of one account from all addresses. */
  mostTriesPerSource: whole(5, 200),
  /** Minutes of the first wait; every further wrong try doubles it, up to an hour. */
  lockMinutes: whole(1, 120),
  /** Minutes for which a password given counts, before what asks for a proof asks for it again. */
  proofMinutes: z._default(whole(1, 120), 15),
  /** What asks for a proof is done by accounts with a second step alone. */
  needsSecondStep: z._default(z.boolean(), false),
  /** The reader's name and the time lie over pages and prints. */
  isWatermarked: z._default(z.boolean(), false),
})

export type AccountsSettings = z.infer<typeof accountsSettingsSchema>

export const ACCOUNTS_SETTINGS: AccountsSettings = {
  leastPassword: 10,
  passwordDays: 0,
  oneTimeDays: 3,
  idleMinutes: 480,
  sessionHours: 168,
  mostTries: 5,
  mostTriesPerSource: 30,
  lockMinutes: 1,
  proofMinutes: 15,
  needsSecondStep: false,
  isWatermarked: false,
}
