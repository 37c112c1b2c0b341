import * as z from 'zod/mini'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { keepDraft, keptDraft } from '../kept-drafts.ts'

const typed = z.record(z.string(), z.string())

/** What was typed into a ledger's grid and is not written yet. */
const draftSchema = z.object({
  /** By record; `changedAt` as the record was when typing began. */
  changes: z.record(
    z.string(),
    z.object({ changedAt: z.nullable(z.string()), name: z.string(), cells: typed }),
  ),
  /** New rows by a key that starts with `+`. */
  adds: z.array(z.object({ key: z.string(), cells: typed })),
  /** A pasted block that waits to be confirmed: where it was let go, and its text. */
  paste: z.nullable(
    z.object({ record: z.nullable(z.string()), field: z.string(), text: z.string() }),
  ),
})

export type Draft = z.infer<typeof draftSchema>

export const EMPTY_DRAFT: Draft = { changes: {}, adds: [], paste: null }

export const isEmptyDraft = ({ changes, adds, paste }: Draft): boolean =>
  Object.keys(changes).length === 0 && adds.length === 0 && paste === null

/** Both: of a cell typed twice the later text. */
export const mergeDrafts = (earlier: Draft, later: Draft): Draft => ({
  changes: {
    ...earlier.changes,
    ...Object.fromEntries(
      Object.entries(later.changes).map(([id, change]) => [
        id,
        { ...change, cells: { ...earlier.changes[id]?.cells, ...change.cells } },
      ]),
    ),
  },
  adds: [
    ...earlier.adds.filter(({ key }) => !later.adds.some((row) => row.key === key)),
    ...later.adds,
  ],
  paste: later.paste ?? earlier.paste,
})

/**
 * A draft with what differs between two others as the second has it: how an act is taken back and
 * what came since stays.
 */
export function movedDraft(draft: Draft, from: Draft, to: Draft): Draft {
  const changes = { ...draft.changes }
  for (const id of new Set([...Object.keys(from.changes), ...Object.keys(to.changes)])) {
    const change = to.changes[id]
    if (change === from.changes[id]) continue
    if (change) changes[id] = change
    else delete changes[id]
  }
  const wasRow = new Map(from.adds.map((row) => [row.key, row]))
  const isRow = new Map(to.adds.map((row) => [row.key, row]))
  const adds = draft.adds.flatMap((row) => {
    const [was, is] = [wasRow.get(row.key), isRow.get(row.key)]
    return was === is ? [row] : is ? [is] : []
  })
  for (const [at, row] of to.adds.entries())
    if (!wasRow.has(row.key) && !adds.some(({ key }) => key === row.key)) adds.splice(at, 0, row)
  return { ...draft, changes, adds }
}

/** `2 格改动、1 行新记录、一块粘贴`. */
export function draftWords({ changes, adds, paste }: Draft): string {
  const cells = Object.values(changes).flatMap((change) => Object.keys(change.cells)).length
  return [
    cells > 0 ? `${cells} 格改动` : '',
    adds.length > 0 ? `${adds.length} 行新记录` : '',
    paste ? '一块粘贴' : '',
  ]
    .filter(Boolean)
    .join('、')
}

const nameOf = (ledger: LedgerId): string => `grid:${ledger}`

/** What an earlier visit left; nothing where the browser keeps nothing. */
export const keptGrid = (ledger: LedgerId): Draft =>
  keptDraft(nameOf(ledger), draftSchema) ?? EMPTY_DRAFT

/** False where the browser refuses to keep it. */
export const keepGrid = (ledger: LedgerId, draft: Draft): boolean =>
  keepDraft(nameOf(ledger), isEmptyDraft(draft) ? null : draft)
