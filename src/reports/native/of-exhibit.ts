import type { SlideExhibit } from '#shared/contract/decks.ts'
import { nativeDayLine } from './day-line.ts'
import { nativeCalendar, nativeWeekHours } from './heat.ts'
import { nativeLines, nativeStack } from './months.ts'
import type { Native } from './native.ts'
import { nativeBars, nativeBullets, nativeFunnel, nativeHistogram } from './rows.ts'

/** What office programs draw of an exhibit: a chart from its numbers, or a table. */
export function nativeOf(exhibit: SlideExhibit): Native {
  switch (exhibit.kind) {
    case 'stack':
      return nativeStack(exhibit.answer)
    case 'lines':
      return nativeLines(exhibit.answer)
    case 'bars':
      return nativeBars(exhibit)
    case 'funnel':
      return nativeFunnel(exhibit)
    case 'bullets':
      return nativeBullets(exhibit)
    case 'histogram':
      return nativeHistogram(exhibit)
    case 'dayLine':
      return nativeDayLine(exhibit)
    case 'calendar':
      return nativeCalendar(exhibit)
    case 'weekHours':
      return nativeWeekHours(exhibit)
    case 'table':
      return {
        ...exhibit,
        rows: exhibit.rows.map((row) => row.map((text) => ({ text }))),
        notes: [],
      }
  }
}
