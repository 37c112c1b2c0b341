import type { Me } from '#shared/contract/session.ts'
import { NO_RIGHTS, rightsOf } from '#shared/rights/rights.ts'
import type { Accounts } from './accounts.ts'
import type { Account } from './papers.ts'
import { meWithout, rightsAnswer } from './reader.ts'
import type { Visitor } from './sessions.ts'

/** What a visitor is told of themselves. */
export async function meOf(accounts: Accounts, visitor: Visitor): Promise<Me> {
  const { account, owes, reader } = visitor
  const stage = (await accounts.needsSetUp()) ? 'setUp' : 'signIn'
  const rules = await accounts.settings()
  const centre = await accounts.centre()
  if (!account)
    return meWithout(reader.standing === 'signedIn' ? 'ready' : stage, centre, reader, rules)
  return meOfAccount(accounts, account, owes ?? 'ready')
}

/** The same of an account that has just come this far. */
export async function meOfAccount(
  accounts: Accounts,
  account: Account,
  stage: Me['stage'],
): Promise<Me> {
  const roles = (await accounts.book.roles()).filter(({ id }) => account.roles.includes(id))
  const { leastPassword, isWatermarked } = await accounts.settings()
  const rights = stage === 'ready' ? rightsOf(roles, account.department) : NO_RIGHTS
  return {
    stage,
    centre: await accounts.centre(),
    name: account.name,
    user: account.user,
    department: account.department,
    roles: roles.map(({ name }) => name),
    rights: rightsAnswer(rights),
    hasTotp: account.totp?.isOn === true,
    leastPassword,
    isWatermarked,
  }
}
