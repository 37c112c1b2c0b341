import type { Accounts } from './accounts.ts'
import type { Account } from './papers.ts'
import { areTriesOn } from './passwords.ts'

/**
 * Gives an account a one-time password, which is all it can be used with from then on: its sessions,
 * its second step and its waits end.
 */
export async function resetPassword(
  accounts: Pick<Accounts, 'book' | 'oneTimePassword'>,
  account: Account,
): Promise<string> {
  const { password, secret } = await accounts.oneTimePassword()
  const tries = await accounts.book.all('tries')
  const drop = tries
    .filter(({ id }) => areTriesOn(account.user, id))
    .map(({ id }) => ({ kind: 'tries' as const, id }))
  const change = (now: Account) => ({ ...now, ...secret, mustChange: true, totp: null })
  await accounts.book.changeAccount(account.id, change, { endsSessions: true, drop })
  return password
}
