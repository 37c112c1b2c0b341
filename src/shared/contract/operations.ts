import * as z from 'zod/mini'
import { journalHeadSchema } from '../journal.ts'
import { LEDGER_IDS } from '../ledgers/index.ts'
import type { Right } from '../rights/right.ts'
import { defineEndpoint } from './define.ts'

/** Whoever holds a backup holds everything, and whoever restores one decides over everything. */
const EVERYTHING: Right = { all: ['settings', 'accounts', 'export'] }

export const readHealth = defineEndpoint({
  method: 'GET',
  path: '/health',
  summary: 'Whether the desk answers, and which version it is',
  right: 'open',
  output: z.object({ status: z.literal('up'), version: z.string() }),
})

export const backupFileSchema = z.object({
  /** The name of the file in the folder of backups. */
  name: z.string(),
  bytes: z.int(),
  /** A UTC instant. */
  at: z.string(),
  isSealed: z.boolean(),
  by: z.enum(['clock', 'hand', 'upload', 'unknown']),
  /** Null where the file was put there by somebody and nobody opened it yet. */
  records: z.nullable(z.int()),
  version: z.nullable(z.string()),
  /** When it was opened and counted. */
  verifiedAt: z.nullable(z.string()),
  /** The end of the journal when it was made. */
  journal: z._default(z.nullable(journalHeadSchema), null),
})

export type BackupFile = z.infer<typeof backupFileSchema>

/** Bytes of a backup that a browser may hand over; a larger one is put into the folder. */
export const LARGEST_BACKUP = 2 * 1024 ** 3

const backupContentsSchema = z.object({
  /** As it is known once it was opened. */
  file: backupFileSchema,
  /** Records a ledger holds in the backup and in the desk now, those in the bin too; ledgers empty in both left out. */
  ledgers: z.array(z.object({ ledger: z.enum(LEDGER_IDS), there: z.int(), here: z.int() })),
})

export type BackupContents = z.infer<typeof backupContentsSchema>

const machineSchema = z.object({
  node: z.string(),
  startedAt: z.string(),
  dataPlace: z.string(),
  /** Databases, attachments and reports, in bytes; without backups. */
  dataBytes: z.number(),
  backupPlace: z.string(),
  /** Of the disk with the least room left, of those that hold data or backups. */
  freeBytes: z.number(),
  diskBytes: z.number(),
  /** Whether the backups would be lost with the data. */
  isSameDisk: z.boolean(),
  /** Whether backups by the clock are sealed. */
  hasPassphrase: z.boolean(),
})

export type Machine = z.infer<typeof machineSchema>

/** What an administrator should look at. */
export const WARNINGS = ['diskLow', 'backupLate', 'backupFailed', 'backupOnSameDisk'] as const

export const statusSchema = z.object({
  version: z.string(),
  /** Rises with every write. */
  revision: z.int(),
  /** Null where the desk keeps nothing: a demo. */
  machine: z.nullable(machineSchema),
  lastImport: z.nullable(z.object({ at: z.string(), title: z.string(), by: z.string() })),
  backups: z.array(backupFileSchema),
  /** When the next backup by the clock is due, on the centre's clock; null: never. */
  nextBackup: z.nullable(z.string()),
  warnings: z.array(z.enum(WARNINGS)),
  slowest: z.array(
    z.object({
      at: z.string(),
      method: z.string(),
      /** The address as the contract states it, its parts unnamed. */
      path: z.string(),
      milliseconds: z.int(),
    }),
  ),
})

export type Status = z.infer<typeof statusSchema>

export const readStatus = defineEndpoint({
  method: 'GET',
  path: '/status',
  summary: 'The machine, its backups and its slowest requests',
  right: 'settings',
  output: statusSchema,
})

const passphrase = z.nullable(z.string().check(z.minLength(8), z.maxLength(200)))

export const makeBackup = defineEndpoint({
  method: 'POST',
  path: '/backups',
  summary: 'Make a backup now; it is opened and counted before it is answered',
  right: 'settings',
  journal: 'backup',
  body: z.object({ passphrase }),
  output: backupFileSchema,
})

export const uploadBackup = defineEndpoint({
  method: 'POST',
  path: '/backups/uploads',
  summary: 'Put a backup from elsewhere among the backups; nobody has opened it then',
  right: EVERYTHING,
  journal: 'backup',
  query: z.object({ name: z.string() }),
  takes: 'bytes',
  output: backupFileSchema,
})

export const openBackup = defineEndpoint({
  method: 'POST',
  path: '/backups/:name/contents',
  summary: 'Open a backup, check it to its end and tell what it holds beside the desk now',
  right: EVERYTHING,
  journal: 'backup',
  params: z.object({ name: z.string() }),
  body: z.object({ passphrase: z.nullable(z.string()) }),
  output: backupContentsSchema,
})

export const removeBackup = defineEndpoint({
  method: 'DELETE',
  path: '/backups/:name',
  summary: 'Delete a backup; the last that can be trusted only with the word for it',
  right: EVERYTHING,
  proof: 'always',
  journal: 'backup',
  params: z.object({ name: z.string() }),
  query: z.object({ word: z.optional(z.string()) }),
  output: z.object({ removed: z.literal(true) }),
})

export const restoreBackup = defineEndpoint({
  method: 'POST',
  path: '/backups/:name/restore',
  summary: 'Put a backup in the place of the data, which are kept aside',
  right: EVERYTHING,
  proof: 'always',
  journal: 'backup',
  params: z.object({ name: z.string() }),
  body: z.object({ passphrase: z.nullable(z.string()), why: z.string() }),
  output: z.object({ aside: z.string(), at: z.string(), records: z.int() }),
})
