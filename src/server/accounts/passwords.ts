import { DeskError } from '#shared/diagnostics.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import type { Accounts } from './accounts.ts'
import { SOURCE_HEADER } from './cookies.ts'
import type { Account } from './papers.ts'
import type { TryName } from './tries.ts'

/** Verified against where there is no account, so that it costs the same. */
const NO_PASSWORD =
  '$argon2id$v=19$m=19456,t=2,p=1$cm9uZ21laS1kZXNrLW5vYg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Whether it is an account's password; as long for an account nobody has, so that the time tells nothing. */
export const isThePassword = (
  { secrets }: Accounts,
  account: Account | null,
  password: string,
): Promise<boolean> => secrets.isPassword(password, account?.password ?? NO_PASSWORD)

const triesName = (user: string) =>
  `user ${user.normalize('NFKC').trim().toLowerCase().slice(0, 40)}` as const

/** Whether tries are counted of an account, from one address or from all. */
export const areTriesOn = (user: string, id: string): boolean => {
  const name = triesName(user)
  return id === name || (id.startsWith('at ') && id.endsWith(` ${name}`))
}

/**
 * Under which names a try is counted: the account's, whether it exists or not, from this address and
 * from all, and the address itself.
 */
export function triesOf(user: string, request: Request): TryName[] {
  const source = request.headers.get(SOURCE_HEADER) ?? ''
  const name = triesName(user)
  return [`at ${source} ${name}`, name, ...(source === '' ? [] : [`source ${source}` as const])]
}

/** Throws PASSWORD_WRONG; wrong tries count as those at the login do, and the lock is told. */
export async function mustKnowPassword(
  { tries, secrets, settings }: Accounts,
  account: Account,
  password: string,
  { request, tell }: { readonly request: Request; readonly tell: (words: string) => void },
): Promise<void> {
  const names = triesOf(account.user, request)
  tell(await tries.begin(names, await settings()))
  if (!(await secrets.isPassword(password, account.password))) throw new DeskError('PASSWORD_WRONG')
  await tries.clear(names)
}

const DAY = 86_400_000

/** Whether a new password is owed before anything else: a one-time one was given, or it is too old. */
export const owesPassword = (
  { mustChange, passwordAt }: Pick<Account, 'mustChange' | 'passwordAt'>,
  { passwordDays }: Pick<AccountsSettings, 'passwordDays'>,
  now: number,
): boolean => mustChange || (passwordDays > 0 && now - Date.parse(passwordAt) > passwordDays * DAY)

/** When an account's one-time password runs out; null where it has one of its own. */
export const oneTimeUntil = (
  { mustChange, passwordAt }: Pick<Account, 'mustChange' | 'passwordAt'>,
  { oneTimeDays }: Pick<AccountsSettings, 'oneTimeDays'>,
): string | null =>
  mustChange ? new Date(Date.parse(passwordAt) + oneTimeDays * DAY).toISOString() : null

/** Throws ONE_TIME_PASSWORD_LATE. Asked once the password is right: whoever guesses learns nothing. */
export async function mustBeInTime(
  { now, settings }: Accounts,
  account: Pick<Account, 'mustChange' | 'passwordAt'>,
): Promise<void> {
  const until = oneTimeUntil(account, await settings())
  if (until !== null && until < now()) throw new DeskError('ONE_TIME_PASSWORD_LATE')
}
