import type { LedgerId } from '../ledgers/index.ts'

/** What a person may do with the desk as a whole, as 账号与权限 names it. */
export const DESK_RIGHTS = {
  export: { label: '导出', detail: '下载工作簿、CSV、报告，存图，把数据复制出去' },
  close: { label: '结账与重开', detail: '给一个月结账，或写明原因重开' },
  present: { label: '定稿与演示', detail: '做定稿，改演示的顺序和文字' },
  settings: { label: '设置', detail: '改运行台的设置，载入和移除示例，看运行状况、做备份' },
  accounts: { label: '账号与权限', detail: '管账号、角色和接口令牌' },
  wall: { label: '大屏', detail: '读大屏的数字' },
} as const

export type DeskRight = keyof typeof DESK_RIGHTS
export const DESK_RIGHT_IDS = Object.keys(DESK_RIGHTS).filter(isDeskRight)

export function isDeskRight(text: string): text is DeskRight {
  return Object.hasOwn(DESK_RIGHTS, text)
}

/** What a person may do with a ledger. */
export const LEDGER_RIGHTS = {
  see: { label: '查看' },
  write: { label: '填写、修改、导入' },
  review: { label: '审核、签发、退回' },
  /** Of ledgers that name citizens; without it names and numbers are masked. */
  identify: { label: '看姓名号码' },
} as const

export type LedgerRight = keyof typeof LEDGER_RIGHTS
export const LEDGER_RIGHT_IDS = Object.keys(LEDGER_RIGHTS).filter(isLedgerRight)

function isLedgerRight(text: string): text is LedgerRight {
  return Object.hasOwn(LEDGER_RIGHTS, text)
}

/** One ledger; the one the address names under `:ledger` or `:list`; at least one; every one. */
export type Which = LedgerId | 'ofParams' | 'some' | 'every'

/**
 * What calling an endpoint takes. `open`: nothing, also nobody signed in. `signingIn`: a session, also
 * one that still owes a code or a new password. `signedIn`: an account or a token; the answer holds no
 * more than its holder may see.
 */
export type Right =
  | 'open'
  | 'signingIn'
  | 'signedIn'
  | DeskRight
  | { readonly see: Which }
  | { readonly write: Which }
  | { readonly review: Which }
  | { readonly identify: Which }
  /** All of them. */
  | { readonly all: readonly Right[] }
  /** One of them is enough. */
  | { readonly any: readonly Right[] }
