import { DeskError } from '#shared/diagnostics.ts'
import type { DeskContext } from '../app.ts'
import type { IncomingFile, ReadingContext } from '../ingest/prepared.ts'
import type { ImportPart } from '../store/store.ts'
import type { Doing } from './imports-under-way.ts'

/**
 * Reads files into a draft, part by part: the files are kept with it, so that they can be read again.
 * Whatever ends the reading early leaves nothing of it.
 */
export async function readDraft(
  { store, clock, author, prepare }: DeskContext,
  id: string,
  files: readonly IncomingFile[],
  { context, doing }: { context: ReadingContext; doing: Doing },
): Promise<void> {
  const draft = {
    id,
    at: new Date(clock()).toISOString(),
    by: author,
    files: files.map(({ name, hash }) => ({ name, hash })),
  }
  const numbers = { rows: 0, refusals: 0 }
  const keep = async (part: Omit<ImportPart, 'owner' | 'number'>): Promise<void> => {
    if (doing.signal.aborted) throw new DeskError('IMPORT_CANCELLED')
    numbers[part.kind] += 1
    const number = numbers[part.kind]
    await store.write((writer) => writer.saveImportPart({ ...part, owner: id, number }))
  }
  await store.write(async (writer) => {
    await writer.dropDraft(id)
    for (const { hash, bytes } of files) await writer.saveFile(hash, bytes)
    await writer.saveDraft({ ...draft, prepared: UNREAD })
  })
  try {
    const prepared = await prepare(files, context, { ...doing, keep })
    if (doing.signal.aborted) throw new DeskError('IMPORT_CANCELLED')
    await store.write((writer) =>
      writer.saveDraft({ ...draft, prepared: JSON.stringify(prepared) }),
    )
  } catch (error) {
    await store.write((writer) => writer.dropDraft(id))
    throw error
  }
}

/** Stands in a draft until its files are read. */
export const UNREAD = ''
