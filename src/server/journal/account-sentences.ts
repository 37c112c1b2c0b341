import {
  addAccount,
  addToken,
  changeAccount,
  dropRole,
  dropToken,
  endAccountSessions,
  resetAccount,
  saveRole,
  type AccountAnswer,
  type Administration,
} from '#shared/contract/accounts.ts'
import {
  beginTotp,
  changePassword,
  confirmTotp,
  dropTotp,
  endSessions,
  giveCode,
  prove,
  setUpDesk,
  signIn,
  signOut,
} from '#shared/contract/session.ts'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import { DESK_RIGHTS, LEDGER_RIGHTS } from '#shared/rights/right.ts'
import type { Role } from '#shared/rights/roles.ts'
import { said, type Said } from './sentence.ts'

/** Of logins, one's own account, and the accounts, roles and tokens of others. */
export const ACCOUNT_SENTENCES: readonly Said[] = [
  said(
    signIn,
    ({ answer }) => (answer.stage === 'code' ? '登录第一步：密码对，还差验证码' : '登录'),
    failed('登录失败'),
  ),
  said(giveCode, () => '登录：验证码对', failed('登录失败')),
  said(signOut, ({ more }) => more || null),
  said(changePassword, () => '修改自己的密码，其他会话都结束', failed('改密码没有成')),
  said(prove, () => '再次核对自己的密码', failed('再次核对密码没有成')),
  said(endSessions, ({ more }) => `结束自己的会话：${more}`),
  said(beginTotp, () => '取动态验证码的密钥', failed('取动态验证码的密钥没有成')),
  said(confirmTotp, () => '开启动态验证码', failed('开启动态验证码没有成')),
  said(dropTotp, () => '关闭动态验证码', failed('关闭动态验证码没有成')),
  said(
    setUpDesk,
    ({ body }) => `第一次设置运行台“${body.centre}”，设管理员“${body.name}”（${body.user}）`,
    failed('第一次设置没有成'),
  ),
  said(addAccount, ({ body, answer }) => {
    const roles = roleNames(answer, body.roles)
    return `加账号“${body.name}”（${body.user}），角色：${roles}，部门：${body.department || '无'}`
  }),
  said(changeAccount, ({ params, body, answer }) => {
    const account = answer.accounts.find(({ id }) => id === params.id)
    return `改账号${called(account)}：${changes(body, answer).join('，') || '没有变化'}`
  }),
  said(resetAccount, ({ params, answer }) => {
    const account = answer.accounts.find(({ id }) => id === params.id)
    return `给账号${called(account)}重设一次性密码，结束会话，关闭动态验证码`
  }),
  said(endAccountSessions, ({ params, answer }) => {
    const account = answer.accounts.find(({ id }) => id === params.id)
    return `结束账号${called(account)}的全部会话`
  }),
  said(saveRole, ({ body }) => `保存角色“${body.name}”：${rightsWords(body)}`),
  said(dropRole, ({ more }) => `删除角色“${more}”`),
  said(addToken, ({ body, answer }) => {
    const what = body.isWall ? '大屏令牌' : `接口令牌（角色：${roleNames(answer, body.roles)}）`
    return `加${what}“${body.name}”，${body.days === null ? '长期有效' : `${body.days} 天有效`}`
  }),
  said(dropToken, ({ more }) => `停用令牌“${more}”`),
]

/** Wrong tries and refusals; a try while a wait lasts was not judged, and the lock is written down. */
function failed(words: string): (code: DiagnosticCode, more: string) => string | null {
  return (code, more) =>
    code === 'SIGN_IN_LOCKED' || code === 'SIGN_IN_NEEDED' || code === 'ACCOUNTS_ABSENT'
      ? null
      : `${words}：${DIAGNOSTICS[code].message}${more ? `，${more}` : ''}`
}

const called = (account: AccountAnswer | undefined): string =>
  account ? `“${account.name}”（${account.user}）` : ''

const roleNames = ({ roles }: Administration, ids: readonly string[]): string =>
  roles.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join('、') || '无'

function rightsWords({ desk, every, ledgers, ownDepartment }: Omit<Role, 'id'>): string {
  const some = Object.values(ledgers).filter((rights) => rights.length > 0).length
  const parts = [
    ...desk.map((id) => DESK_RIGHTS[id].label),
    ...every.map((id) => `全部台账${LEDGER_RIGHTS[id].label}`),
    ...(some > 0 ? [`另有 ${some} 本台账的权限`] : []),
    ...(ownDepartment ? ['限本部门的记录'] : []),
  ]
  return parts.join('、') || '没有权限'
}

function changes(
  {
    user,
    name,
    department,
    roles,
    isDisabled,
  }: {
    readonly user?: string | undefined
    readonly name?: string | undefined
    readonly department?: string | undefined
    readonly roles?: readonly string[] | undefined
    readonly isDisabled?: boolean | undefined
  },
  answer: Administration,
): string[] {
  return [
    user === undefined ? '' : `用户名为 ${user}`,
    name === undefined ? '' : `姓名为“${name}”`,
    department === undefined ? '' : `部门为${department || '无'}`,
    roles === undefined ? '' : `角色为${roleNames(answer, roles)}`,
    isDisabled === undefined ? '' : isDisabled ? '停用，会话都结束' : '重新启用',
  ].filter((part) => part !== '')
}
