/**
 * Where accounts and what belongs to them are kept: papers of a few kinds as JSON text, by id. Kept
 * apart from ledgers: no history, no batch, never exported.
 */
export interface AccountDrawer {
  all(kind: PaperKind): Promise<Paper[]>
  paper(kind: PaperKind, id: string): Promise<Paper | null>
  /**
   * Puts papers in, each in the place of the one of its kind and id, and takes others out; all or
   * nothing. Throws DESK_UNWRITABLE or DESK_BUSY where the disk does not let it.
   */
  file(put: readonly Paper[], drop?: readonly Place[]): Promise<void>
  /** Puts papers in that outlive a kill, but that a power cut may take along; throws as `file` does. */
  fileLightly(put: readonly Paper[]): Promise<void>
}

export const PAPER_KINDS = [
  'account',
  'session',
  'token',
  'role',
  'tries',
  'setUp',
  'seen',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export interface Paper {
  readonly kind: PaperKind
  readonly id: string
  readonly json: string
}

export type Place = Pick<Paper, 'kind' | 'id'>

/** A drawer that forgets, with what is in it at first. It gives the same object as long as a paper stays. */
export function memoryDrawer(first: readonly Paper[] = []): AccountDrawer {
  const papers = new Map(PAPER_KINDS.map((kind) => [kind, new Map<string, Paper>()]))
  const of = (kind: PaperKind): Map<string, Paper> => papers.get(kind) ?? new Map()
  const put = (filed: readonly Paper[]): void => {
    for (const paper of filed) of(paper.kind).set(paper.id, paper)
  }
  put(first)
  return {
    all: async (kind) => [...of(kind).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    paper: async (kind, id) => of(kind).get(id) ?? null,
    async file(filed, drop = []) {
      for (const { kind, id } of drop) of(kind).delete(id)
      put(filed)
    },
    fileLightly: async (filed) => put(filed),
  }
}
