import type { Row } from '#shared/ledgers/define.ts'

/** An import that is read but not confirmed; kept so that a restart loses nothing. */
export interface Draft {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  /** The prepared import as JSON; its shape is the ingest's own. */
  readonly prepared: string
}

/** What reading an import gave, in parts: rows to load, or refusals that stay with the batch. */
export interface ImportPart {
  /** The draft; of refusals later the batch. */
  readonly owner: string
  readonly kind: 'rows' | 'refusals'
  /** Rises within an owner's kind. */
  readonly number: number
  /** The section it is of. */
  readonly section: string
  /** JSON; its shape is the ingest's own. */
  readonly json: string
}

/** Where to go on among the parts of an import; of one section, or of all. */
export interface PartQuery extends Pick<ImportPart, 'owner' | 'kind'> {
  readonly section?: string
  /** The number of the part before; 0 for the first. */
  readonly after: number
}

/** Rows of a section of a draft, read part by part as they are put. */
export interface DraftRows {
  readonly draft: string
  readonly section: string
  /** Told before each part, and at the end, how many were put; what it throws ends the write. */
  readonly passed?: (rows: number) => void | Promise<void>
  readonly mended?: Mended
}

/** What a part is put as where a cell of it holds a sign: any other stays where it is read. */
export interface Mended {
  readonly sign: string
  readonly whole: (part: readonly Row[]) => Promise<readonly Row[]>
}

/** A part as it is put. */
export async function partMended(
  part: readonly Row[],
  mended: Mended | undefined,
): Promise<readonly Row[]> {
  const { sign } = mended ?? {}
  const isToMend =
    sign !== undefined &&
    part.some((row) =>
      Object.values(row).some((cell) => typeof cell === 'string' && cell.includes(sign)),
    )
  return mended && isToMend ? mended.whole(part) : part
}

/** Rows to be put: at once, or as they were read. */
export type Rows = readonly Row[] | DraftRows
