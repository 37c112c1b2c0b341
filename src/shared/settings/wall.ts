import * as z from 'zod/mini'

/** Pages of the wall in the order they stand in unless chosen; `boards/wall.ts` says what they show. */
export const WALL_PAGE_IDS = [
  'overview',
  'content',
  'adoption',
  'sentiment',
  'safety',
  'budget',
] as const

export type WallPageId = (typeof WALL_PAGE_IDS)[number]

const LEAST_SECONDS = 5
const MOST_SECONDS = 600

/** What a centre shows on its wall: pages in their order, each for so many seconds. */
export const wallSettingsSchema = z
  .object({ pages: z.array(z.object({ page: z.enum(WALL_PAGE_IDS), seconds: z.int() })) })
  .check(z.refine(hasPages, { error: '至少选一页，每页 5 到 600 秒，不重复' }))

/** Whether there is a page to show, none twice, each for 5 to 600 seconds. */
export function hasPages({
  pages,
}: {
  pages: readonly { page: string; seconds: number }[]
}): boolean {
  const isLongEnough = pages.every(
    ({ seconds }) =>
      Number.isInteger(seconds) && seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS,
  )
  return (
    pages.length > 0 && isLongEnough && new Set(pages.map(({ page }) => page)).size === pages.length
  )
}

export type WallSettings = z.infer<typeof wallSettingsSchema>

export const WALL_SECONDS = 20

/** All pages, the first a little longer: it says how the month was. */
export const WALL_SETTINGS: WallSettings = {
  pages: WALL_PAGE_IDS.map((page) => ({
    page,
    seconds: page === 'overview' ? 30 : WALL_SECONDS,
  })),
}
