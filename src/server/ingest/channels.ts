import { plainText, shownText, type RawCell } from './cells.ts'
import { headingOf } from './heading.ts'
import type { Reader } from './row-reader.ts'

/** A row of one channel: its numbers stand in the day's 全部 row already, or that day has none. */
export type ChannelKind = 'channel' | 'channelAlone'

/**
 * Tells rows of one channel from those of all, for exports that hold both. Adding them up would
 * count everything twice, and persons cannot be added at all.
 */
export function channelKinds({
  sheet,
  found,
  plan,
}: Reader): ((row: readonly RawCell[]) => ChannelKind | null) | null {
  const heading = plan.kind?.channel
  if (heading === undefined) return null
  const { key } = headingOf(heading)
  const at = found.head.columns.find(({ text }) => headingOf(text).key === key)?.index
  const day = plan.columns.find(({ field }) => field === 'day')?.column.index
  if (at === undefined || day === undefined) return null
  const isWhole = (row: readonly RawCell[]) => plainText(shownText(row[at])) === '全部'
  const whole = new Set(sheet.cells.filter(isWhole).map((row) => shownText(row[day])))
  return (row) => {
    if (isWhole(row) || shownText(row[at]) === '') return null
    return whole.has(shownText(row[day])) ? 'channel' : 'channelAlone'
  }
}
