import type { DeskContext } from './app.ts'
import type { Act, Batch, Writer } from './store/store.ts'

let opened = 0

/** Opens a batch for one act of writing; every record it brings or changes carries its id. */
export async function openBatch(
  { clock, author }: DeskContext,
  writer: Writer,
  about: Pick<Batch, 'kind' | 'title' | 'why'> & Partial<Pick<Batch, 'files' | 'notes'>>,
): Promise<Act> {
  const at = new Date(clock()).toISOString()
  opened += 1
  const id = `${about.kind}-${clock().toString(36)}-${opened.toString(36)}`
  await writer.openBatch({ files: [], notes: [], ...about, id, at, by: author })
  return { at, by: author, why: about.why, batch: id }
}

/** Who acts: on an open desk whoever says so, else the account and nobody else. */
export const actorOf = ({ accounts, author }: DeskContext, by = ''): string =>
  accounts ? author : by.trim() || author
