/**
 * Where accounts and what belongs to them are kept: papers of a few kinds as JSON text, by id. Kept
 * apart from ledgers: no history, no batch, never exported.
 */
export interface AccountDrawer {
  all(kind: PaperKind): Promise<Paper[]>
  paper(kind: PaperKind, id: string): Promise<Paper | null>
  /** Puts papers in, each in the place of the one of its kind and id, and takes others out; all or nothing. */
  file(put: readonly Paper[], drop?: readonly Pick<Paper, 'kind' | 'id'>[]): Promise<void>
}

export type PaperKind = 'account' | 'session' | 'token' | 'role' | 'tries' | 'setUp' | 'seen'

export interface Paper {
  readonly kind: PaperKind
  readonly id: string
  readonly json: string
}

/** A drawer that forgets. */
export function memoryDrawer(): AccountDrawer {
  const papers = new Map<string, Paper>()
  const place = ({ kind, id }: Pick<Paper, 'kind' | 'id'>): string => `${kind} ${id}`
  return {
    all: async (kind) =>
      [...papers.values()]
        .filter((paper) => paper.kind === kind)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    paper: async (kind, id) => papers.get(place({ kind, id })) ?? null,
    async file(put, drop = []) {
      for (const paper of drop) papers.delete(place(paper))
      for (const paper of put) papers.set(place(paper), paper)
    },
  }
}
