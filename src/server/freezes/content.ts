import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate'
import * as z from 'zod/mini'
import { BOARD_IDS, type BoardId } from '#shared/boards/index.ts'
import { answerSchema, periodSchema } from '#shared/contract/figures.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { cumulative, type Period } from '#shared/time/period.ts'
import { contentHash } from '../content-hash.ts'
import type { Immutable } from '../serve.ts'
import type { EvidenceFiles } from '../store/evidence.ts'

/** The pages whose figures a meeting looks at: 填报 and 数据检查 are work on the ledgers. */
export const FROZEN_BOARDS: readonly BoardId[] = BOARD_IDS.filter(
  (id) => id !== 'entry' && id !== 'checks',
)

const VIEWS = ['own', 'cum'] as const
export const isFrozen = (board: BoardId): boolean => FROZEN_BOARDS.includes(board)

type View = (typeof VIEWS)[number]

const basisSchema = z.object({
  batches: z.array(
    z.object({
      ledger: z.enum(LEDGER_IDS),
      records: z.number(),
      title: z.string(),
      at: z.string(),
      by: z.string(),
      files: z.array(z.object({ name: z.string(), hash: z.string() })),
    }),
  ),
  coverage: z.array(z.object({ ledger: z.enum(LEDGER_IDS), from: z.string(), to: z.string() })),
})

/** Answers of the API itself, word for word: a page shown from them shows what it showed then. */
const contentSchema = z.object({
  format: z.literal(1),
  period: periodSchema,
  boards: z.record(z.string(), z.object({ own: z.unknown(), cum: z.unknown() })),
  /** What the figures stood on; the first freezes were kept without it. */
  basis: z.optional(basisSchema),
})

export type FrozenContent = z.infer<typeof contentSchema>

/** A board's answer of the API for a period, as JSON. */
export type AskBoard = (board: BoardId, period: Period, view: View) => Promise<unknown>

/** What every page answers for a period now, of the period itself and of the year up to its end. */
export async function frozenContent(period: Period, ask: AskBoard): Promise<FrozenContent> {
  const boards: FrozenContent['boards'] = {}
  const isYear = cumulative(period).key === period.key
  for (const board of FROZEN_BOARDS) {
    const own = await ask(board, period, 'own')
    boards[board] = { own, cum: isYear ? own : await ask(board, period, 'cum') }
  }
  return { format: 1, period, boards }
}

/** Keeps a content safely; answers its hash. */
export async function keepContent(
  evidence: EvidenceFiles,
  content: Immutable<FrozenContent>,
): Promise<string> {
  const bytes = new Uint8Array(gzipSync(strToU8(JSON.stringify(content)), { mtime: 0 }))
  const hash = await contentHash(bytes)
  await evidence.keep(hash, bytes)
  return hash
}

/** Throws FREEZE_DAMAGED where what is kept is gone, or is not what was kept. */
export async function readContent(evidence: EvidenceFiles, hash: string): Promise<FrozenContent> {
  const bytes = await evidence.read(hash)
  if (!bytes || (await contentHash(bytes)) !== hash) throw new DeskError('FREEZE_DAMAGED', hash)
  return contentSchema.parse(JSON.parse(strFromU8(gunzipSync(bytes))))
}

/** One page of a content; the same for a year and its 累计. */
export function frozenBoard({ boards }: FrozenContent, board: BoardId, view: View): unknown {
  const found = boards[board]
  if (!found) throw new DeskError('REQUEST_NOT_FOUND')
  return found[view]
}

/** What every version of a page has: whose it is, its figures, the ledgers that knew nothing of the period. */
const figuresSchema = z.object({
  desk: z.object({ centre: z.string(), zone: z.string() }),
  period: periodSchema,
  answers: z.array(answerSchema),
  absent: z.array(z.enum(LEDGER_IDS)),
})

export const frozenFigures = (
  content: FrozenContent,
  board: BoardId,
  view: View,
): z.infer<typeof figuresSchema> => figuresSchema.parse(frozenBoard(content, board, view))
