import { readAmount } from '#shared/amounts.ts'
import type { Edits } from '#shared/contract/edits.ts'
import { periodLabel } from '#shared/time/words.ts'
import { statedArea } from '../stated-text.ts'
import type { Drafted } from './draft.ts'
import { OWN_SOURCE, type EntryLine } from './lines.ts'
import { isChanged, readTypedLine, type Reading, type Seen } from './typed.ts'

/** The state of a line's kept figure; null without one. */
export const seenOf = ({ own }: EntryLine): Seen | null =>
  own && { id: own.id, changedAt: own.changedAt }

/** Whether somebody else saved, changed or removed the line's figure since it was typed over. */
export function isOvertaken(line: EntryLine, draft: Drafted): boolean {
  const now = seenOf(line)
  return draft.seen?.id !== now?.id || draft.seen?.changedAt !== now?.changedAt
}

/**
 * One act of all lines that read otherwise than they are kept; cleared ones are removed. Each
 * change names the state it was typed over, so that the server refuses what was overtaken.
 */
export function editsOf(
  lines: readonly EntryLine[],
  drafts: ReadonlyMap<string, Drafted>,
  note: string,
): Required<Pick<Edits, 'adds' | 'changes' | 'removals'>> {
  const adds: Record<string, string>[] = []
  const changes: NonNullable<Edits['changes']> = []
  const removals: NonNullable<Edits['removals']> = []
  const remark: Record<string, string> = note.trim() === '' ? {} : { note: note.trim() }
  for (const line of lines) {
    const draft = drafts.get(line.key)
    if (!draft || !isChanged(line, draft)) continue
    const reading = readTypedLine(draft, line)
    if (reading.kind === 'unread') continue
    const { seen } = draft
    if (reading.kind === 'empty') {
      if (seen) removals.push(seen)
      continue
    }
    const cells = { ...cellsOf(reading, draft.text), ...remark }
    if (seen) changes.push({ ...seen, cells })
    else adds.push({ ...cells, ...aboutOf(line) })
  }
  return { adds, changes, removals }
}

/** `新填 3 项，修改 1 项，清除 2 项`: what a save will do; empty for nothing. */
export function editsWords(edits: ReturnType<typeof editsOf>): string {
  const { adds, changes, removals } = edits
  return [
    ...(adds.length ? [`新填 ${adds.length} 项`] : []),
    ...(changes.length ? [`修改 ${changes.length} 项`] : []),
    ...(removals.length ? [`清除 ${removals.length} 项`] : []),
  ].join('，')
}

const cellsOf = ({ value, unit, qualifier }: Extract<Reading, { kind: 'read' }>, text: string) => ({
  value,
  unit,
  qualifier,
  // A plain number needs no wording beside it; any other is kept as it was written, with its unit.
  wording: text.trim() === value ? '' : withUnit(text.trim(), unit),
})

const withUnit = (text: string, unit: string): string =>
  readAmount(text)?.unit === '' ? `${text}${unit}` : text

const aboutOf = ({ metric, part, label, span }: EntryLine): Record<string, string> => ({
  label,
  area: statedArea(metric),
  metric,
  periodFrom: span.from,
  periodTo: span.to,
  periodWord: periodLabel(span),
  source: OWN_SOURCE,
  ...(part && { partField: part.field, partValue: part.value }),
})
