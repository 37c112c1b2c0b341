import * as z from 'zod/mini'
import type { JournalKind } from '../journal.ts'
import type { Right } from '../rights/right.ts'

/**
 * An endpoint as data. The server mounts it, the client calls it, both parse with these schemas.
 * Paths are relative to the API base (`/api`); `:name` parts come from `params`.
 */
export interface Endpoint<
  P extends z.ZodMiniType = z.ZodMiniType,
  Q extends z.ZodMiniType = z.ZodMiniType,
  B extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  /** What calling it takes; checked before its handler runs. */
  readonly right: Right
  /** What asks for the password again where the last proof is old; null: nothing does. */
  readonly proof: Proof | null
  readonly params: P
  readonly query: Q
  readonly body: B
  /** A body is JSON, or multipart with files under `files`, or one file as its mere bytes. */
  readonly takes: 'json' | 'files' | 'bytes'
  readonly output: O
  /** As what 操作日志 writes a call down, by the sentence the server has for it; null: it only reads. */
  readonly journal: JournalKind | null
  /**
   * The act of writing that an answer tells of, null where nothing was written: what it gave the
   * checks to find is asked by it. Stated where records are written.
   */
  actOf?(answer: z.infer<O>, params: z.infer<P>): string | null
}

/** Every call, or those whose body has a part. */
export type Proof = 'always' | { readonly part: string }

/** A file handed out. What it holds is no JSON, so its handler reads the request itself. */
export type FileEndpoint = Pick<Endpoint, 'path' | 'summary' | 'right' | 'journal'> &
  Partial<Pick<Endpoint, 'proof'>>

/** The content type of a body that is the bytes of one file. */
export const BYTES = 'application/octet-stream'

const nothing = z.object({})
type Nothing = typeof nothing

/** Parts left out parse to nothing. */
export function defineEndpoint<
  O extends z.ZodMiniType,
  P extends z.ZodMiniType = Nothing,
  Q extends z.ZodMiniType = Nothing,
  B extends z.ZodMiniType = Nothing,
>(endpoint: Described<P, Q, B, O>): Endpoint<P, Q, B, O>
export function defineEndpoint(endpoint: Described): Endpoint {
  const parts = { params: nothing, query: nothing, body: nothing }
  return { ...parts, takes: 'json', journal: null, proof: null, ...endpoint }
}

type Described<
  P extends z.ZodMiniType = z.ZodMiniType,
  Q extends z.ZodMiniType = z.ZodMiniType,
  B extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
> = Pick<Endpoint<P, Q, B, O>, 'path' | 'summary' | 'right' | 'output'> &
  Partial<Pick<Endpoint<P, Q, B, O>, 'params' | 'query' | 'body' | 'takes' | 'proof' | 'actOf'>> &
  (Reading | Pick<Endpoint<P, Q, B, O>, 'method' | 'journal'>)

/** What only reads has nothing to say; all else says what it is to the journal. */
interface Reading {
  readonly method: 'GET'
}
