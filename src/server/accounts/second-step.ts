import { DeskError } from '#shared/diagnostics.ts'
import type { Account } from './papers.ts'
import { isSame, secretHash } from './secrets.ts'
import { stepOf } from './totp.ts'

/** The account once a code, or one of its recovery codes, is used up. Throws CODE_REFUSED where it is neither. */
export async function tookCode(account: Account, code: string, now: number): Promise<Account> {
  const { totp } = account
  const refusal = new DeskError('CODE_REFUSED')
  if (!totp?.isOn) throw refusal
  const typed = code.replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(typed)) {
    const step = await stepOf(totp.secret, typed, { now, lastStep: totp.lastStep })
    if (step === null) throw refusal
    return { ...account, totp: { ...totp, lastStep: step } }
  }
  const hash = await secretHash(typed)
  const left = totp.recovery.filter((known) => !isSame(known, hash))
  if (left.length === totp.recovery.length) throw refusal
  return { ...account, totp: { ...totp, recovery: left } }
}
