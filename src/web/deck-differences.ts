import type { DeckEdits } from '#shared/contract/decks.ts'

/** Something two people made of the same deck differently. */
export interface Difference {
  readonly what: string
  readonly mine: string
  readonly theirs: string
}

const BY_TEMPLATE = '（同模板）'
const FIELDS = { title: '标题', speaker: '讲稿', note: '备注' } as const

/** Where two edits of a deck differ; `nameOf` gives a slide's name, or its id where it is gone. */
export function differences(
  mine: DeckEdits,
  theirs: DeckEdits,
  nameOf: (id: string) => string,
): Difference[] {
  const one = (what: string, pick: (edits: DeckEdits) => string): Difference[] => {
    const [own, other] = [pick(mine), pick(theirs)]
    return own === other ? [] : [{ what, mine: own || BY_TEMPLATE, theirs: other || BY_TEMPLATE }]
  }
  const names = (ids: readonly string[]): string => ids.map(nameOf).join('、')
  const worded = [...new Set([...Object.keys(mine.words), ...Object.keys(theirs.words)])]
  return [
    ...one('次序', ({ order }) => names(order)),
    ...one('不放映的页', ({ hidden }) => names([...hidden].sort())),
    ...one('自己加的页', ({ own }) => names(own.map(({ id }) => id))),
    ...worded.flatMap((id) =>
      (['title', 'speaker', 'note'] as const).flatMap((field) =>
        one(`${nameOf(id)}的${FIELDS[field]}`, ({ words }) => words[id]?.[field] ?? ''),
      ),
    ),
  ]
}
