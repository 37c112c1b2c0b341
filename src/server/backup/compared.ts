import { DatabaseSync } from 'node:sqlite'
import type { BackupContents } from '#shared/contract/operations.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { rowsIn } from '../store/sqlite-census.ts'
import type { Manifest } from './manifest.ts'

/** What each ledger holds in a backup and in the desk's file now; ledgers empty in both are left out. */
export function compared(
  { 'desk.sqlite': census = {} }: Manifest['databases'],
  desk: string,
): BackupContents['ledgers'] {
  const db = new DatabaseSync(desk, { readOnly: true })
  try {
    return LEDGER_IDS.map((ledger) => ({
      ledger,
      there: census[ledger]?.rows ?? 0,
      here: rowsIn(db, ledger),
    })).filter(({ there, here }) => there + here > 0)
  } finally {
    db.close()
  }
}
