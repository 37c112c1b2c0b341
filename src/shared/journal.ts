import * as z from 'zod/mini'

/** What is written into 操作日志, by kind. */
export const JOURNAL_KINDS = {
  write: { label: '写入' },
  export: { label: '导出' },
  access: { label: '登录' },
  right: { label: '账号与权限' },
  setting: { label: '设置' },
  backup: { label: '备份与恢复' },
} as const

export type JournalKind = keyof typeof JOURNAL_KINDS

export const JOURNAL_KIND_IDS = Object.keys(JOURNAL_KINDS).filter((id): id is JournalKind =>
  Object.hasOwn(JOURNAL_KINDS, id),
)

/** One sentence of 操作日志, as it was written down then. */
export const journalEntrySchema = z.object({
  /** 1, 2, 3 … without a gap. */
  seq: z.int(),
  /** A UTC instant. */
  at: z.string(),
  /** Who: the account's id and the name it bore; '' where nobody is known. */
  account: z.string(),
  name: z.string(),
  /** The address it came from; '' for the desk itself. */
  source: z.string(),
  /** A kind and a ledger as the desk knew them then; '' where it is of no one ledger. */
  kind: z.string(),
  ledger: z.string(),
  text: z.string(),
  /** SHA-256 over the hash of the entry before and this one, in hex. */
  hash: z.string(),
})

export type JournalEntry = z.infer<typeof journalEntrySchema>

/** What the first entry stands on. */
export const NO_ENTRY = '0'.repeat(64)

/** What the hash of an entry is taken over. */
export const hashedText = (
  before: string,
  { seq, at, account, name, source, kind, ledger, text }: Omit<JournalEntry, 'hash'>,
): string => JSON.stringify([before, seq, at, account, name, source, kind, ledger, text])

/** The end of the chain, to be noted down elsewhere: whoever cuts entries off cannot make it again. */
export const journalHeadSchema = z.object({ seq: z.int(), hash: z.string() })

export type JournalHead = z.infer<typeof journalHeadSchema>

/** So much of a hash is read out and compared by people. */
export const shortHash = (hash: string): string => hash.slice(0, 12)
