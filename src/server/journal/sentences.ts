import type * as z from 'zod/mini'
import type { Endpoint, FileEndpoint } from '#shared/contract/define.ts'
import { ACCOUNT_SENTENCES } from './account-sentences.ts'
import { DESK_SENTENCES } from './desk-sentences.ts'
import { FILE_SENTENCES } from './file-sentences.ts'
import { RECORD_SENTENCES } from './record-sentences.ts'
import type { FileSentence, Sentence } from './sentence.ts'

type Schema = z.ZodMiniType

const BY_ENDPOINT = new Map([...RECORD_SENTENCES, ...DESK_SENTENCES, ...ACCOUNT_SENTENCES])
const BY_FILE = new Map<FileEndpoint, FileSentence>(FILE_SENTENCES)

/** The sentence of an endpoint, null for one that only reads. Throws where there should be one. */
export function sentenceOf<P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  endpoint: Endpoint<P, Q, B, O>,
): Sentence<P, Q, B, O> | null
export function sentenceOf(endpoint: Endpoint): Sentence | null {
  return fitting(endpoint, BY_ENDPOINT.get(endpoint))
}

/** The same of a file. */
export const fileSentenceOf = (file: FileEndpoint): FileSentence | null =>
  fitting(file, BY_FILE.get(file))

function fitting<S>({ path, journal }: FileEndpoint, found: S | undefined): S | null {
  if ((found === undefined) !== (journal === null))
    throw new Error(`${path} needs a sentence in server/journal, or no kind in the contract`)
  return found ?? null
}
