import { DeskError } from '#shared/diagnostics.ts'
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

/** Under which names a try is counted: the account's, whether it exists or not, and the address. */
export function triesOf(user: string, request: Request): TryName[] {
  const source = request.headers.get(SOURCE_HEADER) ?? ''
  const name = user.normalize('NFKC').trim().toLowerCase().slice(0, 40)
  return [`user ${name}`, ...(source === '' ? [] : [`source ${source}` as const])]
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
