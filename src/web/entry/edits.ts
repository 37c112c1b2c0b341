import { readAmount } from '#shared/amounts.ts'
import type { Edits } from '#shared/contract/edits.ts'
import { ownFigure } from '#shared/headlines/stated-words.ts'
import type { Drafted } from './draft.ts'
import type { EntryLine } from './lines.ts'
import {
  isChanged,
  isComparable,
  partGroups,
  readTypedLine,
  typedOf,
  type Reading,
  type Seen,
} from './typed.ts'

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
  const totals = totalsOf(lines, drafts)
  for (const line of lines) {
    const draft = drafts.get(line.key)
    const partOf = totals.get(line.key) ?? line.own?.partOf ?? ''
    const belongs: Record<string, string> = partOf === (line.own?.partOf ?? '') ? {} : { partOf }
    if (!draft || !isChanged(line, draft)) {
      const kept = seenOf(line)
      if (kept && 'partOf' in belongs) changes.push({ ...kept, cells: belongs })
      continue
    }
    const reading = readTypedLine(draft, line)
    if (reading.kind === 'unread') continue
    const { seen } = draft
    if (reading.kind === 'empty') {
      if (seen) removals.push(seen)
      continue
    }
    const cells = { ...cellsOf(reading, draft.text), ...belongs, ...remark }
    if (seen) changes.push({ ...seen, cells })
    else adds.push({ ...cells, ...ownFigure(line, line.span) })
  }
  return { adds, changes, removals }
}

/**
 * The total each part belongs to once saved, by key, for the parts of totals somebody typed at: its
 * name where the page itself holds the parts against it, '' where they do not make it up.
 */
function totalsOf(
  lines: readonly EntryLine[],
  drafts: ReadonlyMap<string, Drafted>,
): ReadonlyMap<string, string> {
  const read = (line: EntryLine): Reading =>
    readTypedLine(drafts.get(line.key) ?? typedOf(line.own, line.unit), line)
  const said = lines.filter((line) => read(line).kind === 'read')
  const belongs = said.flatMap((whole) =>
    partGroups(whole, lines)
      .filter((parts) => [whole, ...parts].some(({ key }) => drafts.has(key)))
      .flatMap((parts) => {
        const name = isComparable(whole, parts, read) ? whole.label : ''
        return parts.map(({ key }) => [key, name] as const)
      }),
  )
  return new Map(belongs)
}

/** `新填 3 项，修改 1 项，清除 2 项`: what a save will do; empty for nothing. */
export function editsWords(edits: ReturnType<typeof editsOf>): string {
  const { adds, changes, removals } = edits
  // To which total a part belongs is no figure.
  const figures = changes.filter(({ cells }) => cells.value !== undefined)
  return [
    ...(adds.length ? [`新填 ${adds.length} 项`] : []),
    ...(figures.length ? [`修改 ${figures.length} 项`] : []),
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
