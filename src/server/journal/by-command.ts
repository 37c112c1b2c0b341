import path from 'node:path'
import type { JournalKind } from '#shared/journal.ts'
import { ITSELF } from './journal.ts'
import { JOURNAL, sqliteJournal } from './sqlite-journal.ts'

/** Writes down in a data folder's journal what was done there by a command, also while the desk runs. */
export async function noteByCommand(
  folder: string,
  kind: JournalKind,
  text: string,
): Promise<void> {
  const journal = sqliteJournal(path.join(folder, JOURNAL), Date.now)
  await journal.append({ ...ITSELF, name: '命令行', kind, ledger: '', text })
  journal.close()
}
