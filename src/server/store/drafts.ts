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
