import type { Marks } from '#shared/contract/boards.ts'
import { firstDay, lastDay, type Month } from '#shared/time/day.ts'
import { markNames, marksWithin } from './day-marks.ts'

export const NO_MARKS: Marks = { notes: [], protections: [] }

/** What falls on a month of an axis: one mark stands for all its notes. */
export interface MarkedMonth {
  /** How many notes have a day in it. */
  readonly notes: number
  readonly hasBand: boolean
  /** Every mark by name with its own days; empty without any. */
  readonly words: string
}

/** The marks of each month; a mark over several months falls on each of them. */
export function markedMonths(months: readonly Month[], marks: Marks): MarkedMonth[] {
  return months.map((month) => {
    const within = marksWithin(marks, firstDay(month), lastDay(month))
    const { notes, protections } = within
    const words = markNames(within).join('；')
    return { notes: notes.length, hasBand: protections.length > 0, words }
  })
}

/** A column of a table for the marks of its months; none where nothing falls on them. */
export function markColumn(months: readonly Month[], marks: Marks): readonly string[] | null {
  const words = markedMonths(months, marks).map((month) => month.words)
  return words.some((word) => word !== '') ? words : null
}
