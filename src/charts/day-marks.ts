import type { Marks } from '#shared/contract/boards.ts'
import type { Day } from '#shared/time/day.ts'
import { spanLabel } from '#shared/time/words.ts'
import type { LegendKey } from './drawing.ts'

/** What is said of a day besides its figure: 重保期 it lies in and notes on it, each led by ，. */
export function dayMarkWords(day: Day, { notes, protections }: Marks): string {
  const bands = protections.filter((band) => isOn(day, band)).map(({ name }) => `，重保期：${name}`)
  const said = notes.filter((note) => isOn(day, note)).map(({ title }) => `，注记：${title}`)
  return [...bands, ...said].join('')
}

/** Every mark by name with its own days. */
export const markNames = ({ notes, protections }: Marks): string[] => [
  ...protections.map((band) => `重保期：${band.name}（${spanLabel(band)}）`),
  ...notes.map((note) => `注记：${note.title}（${spanLabel(note)}）`),
]

export const isOn = (day: Day, { from, to }: { from: Day; to: Day }): boolean =>
  day >= from && day <= to

/** The marks that fall on some of the days from `from` to `to`. */
export function marksWithin({ notes, protections }: Marks, from: Day, to: Day): Marks {
  const falls = (span: { from: Day; to: Day }) => span.from <= to && span.to >= from
  return { notes: notes.filter(falls), protections: protections.filter(falls) }
}

/** Keys for the kinds of marks that are drawn. */
export function markKeys(
  { notes, protections }: Marks,
  band: Pick<LegendKey, 'shape' | 'look'> = { shape: 'frame', look: 'protection' },
): LegendKey[] {
  return [
    ...(protections.length > 0 ? [{ label: '重保期', ...band }] : []),
    ...(notes.length > 0 ? [{ label: '注记', shape: 'flag', look: 'note-mark' } as const] : []),
  ]
}
