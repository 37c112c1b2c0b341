import type { Hono } from 'hono'
import type { BoardId } from '#shared/boards/index.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Period } from '#shared/time/period.ts'
import type { DeskFacts } from '../facts.ts'
import { frozenContent, type FrozenContent } from './content.ts'

const TRIES = 3

/**
 * All pages of one state of the desk, as the API answers them; asked again where somebody wrote
 * meanwhile. Throws FREEZE_NOT_QUIET where that never stops.
 */
export async function pagesNow(
  app: Hono,
  facts: DeskFacts,
  period: Period,
): Promise<FrozenContent> {
  for (let n = 0; n < TRIES; n += 1) {
    const before = await facts.version()
    const content = await frozenContent(period, (...asked) => askBoard(app, ...asked))
    if ((await facts.version()) === before) return content
  }
  throw new DeskError('FREEZE_NOT_QUIET')
}

async function askBoard(
  app: Hono,
  board: BoardId,
  period: Period,
  view: 'own' | 'cum',
): Promise<unknown> {
  const words = new URLSearchParams({ p: period.key, ...(view === 'cum' && { v: 'cum' }) })
  const response = await app.request(`/api/boards/${board}?${words.toString()}`)
  if (!response.ok) throw new Error(`the page ${board} did not answer`)
  return response.json()
}
