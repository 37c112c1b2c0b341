import { fileName } from '#shared/file-name.ts'
import type { ExportForm } from '#shared/contract/journal.ts'
import { call } from '../api/client.ts'
import { download } from './download.ts'

/** A file that a page makes itself, of what it shows. */
export interface HandedOut {
  /** What is in it, as the page calls it: it names the file and stands in the journal. */
  readonly what: string
  readonly form: ExportForm
  /** The file's name where it says more than the journal may. */
  readonly name?: string
}

/** Hands the reader a file once the journal has it. Throws ApiError: then nothing was handed out. */
export async function handOut(
  { what, form, name }: HandedOut & { readonly form: Exclude<ExportForm, 'print' | 'copy'> },
  content: Blob,
): Promise<void> {
  await noteHandedOut({ what, form })
  download(fileName(name ?? what, form), content)
}

/** Writes down what leaves the page in another way: by the clipboard or on paper. */
export async function noteHandedOut({ what, form }: HandedOut): Promise<void> {
  // Loaded when it is asked for: the first page needs none of it.
  const { noteExport } = await import('#shared/contract/journal.ts')
  await call(noteExport, { body: { what: what.slice(0, 120), form } })
}
