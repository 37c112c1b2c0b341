import type { Correction } from '#shared/contract/import-sections.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'

/** Refused cells of one heading that hold the same text. */
export interface SameWords {
  readonly id: string
  readonly headings: string
  readonly ledger: LedgerId
  /** The heading as a correction names it. */
  readonly key: string
  readonly heading: string
  readonly value: string
  readonly cells: number
  /** Refusals that are not shown may hold more of them. */
  readonly hasMore: boolean
  /** Words of the dictionary, where the field has one. */
  readonly options: readonly string[]
}

const MOST = 12

/** Texts that two refused cells or more hold, those of most cells first. Empty cells are told one by one. */
export function sameWords(sections: readonly ImportSection[]): SameWords[] {
  const found = new Map<string, SameWords>()
  for (const { ledger, headings, mapping, refusals, moreRefusals = 0 } of sections) {
    if (ledger === null || headings === '') continue
    for (const { column, heading, field, value } of refusals) {
      const key = mapping.find((one) => one.column === column)?.key
      if (!key || value === '') continue
      const id = [headings, key, value].join('\u001F')
      const before = found.get(id)
      const hasMore = moreRefusals > 0 || (before?.hasMore ?? false)
      const cells = (before?.cells ?? 0) + 1
      const options = Object.values(ledgerOf(ledger).fields[field]?.options ?? {})
      const labels = options.map(({ label }) => label)
      found.set(id, { id, headings, ledger, key, heading, value, cells, hasMore, options: labels })
    }
  }
  return [...found.values()]
    .filter(({ cells }) => cells > 1)
    .sort((a, b) => b.cells - a.cells)
    .slice(0, MOST)
}

type WordsCorrection = { readonly words: NonNullable<Correction['words']> }

/** The correction that reads groups as chosen, by id; of one set of headings at a time. Null of none. */
export function wordsCorrection(
  groups: readonly SameWords[],
  chosen: Readonly<Record<string, string>>,
): WordsCorrection | null {
  const said = groups.filter(({ id }) => (chosen[id] ?? '').trim() !== '')
  const [first] = said
  if (!first) return null
  const { headings, ledger } = first
  const columns: Record<string, Record<string, string>> = {}
  for (const { id, key, value } of said.filter((one) => one.headings === headings))
    columns[key] = { ...columns[key], [value]: (chosen[id] ?? '').trim() }
  return { words: { headings, ledger, columns } }
}

/** What was chosen for other headings than those of a correction: it is sent next. */
export function chosenFor(
  groups: readonly SameWords[],
  chosen: Readonly<Record<string, string>>,
  { words }: WordsCorrection,
): Record<string, string> {
  const sent = new Set(
    groups.filter((group) => group.headings === words.headings).map(({ id }) => id),
  )
  return Object.fromEntries(Object.entries(chosen).filter(([id]) => !sent.has(id)))
}
