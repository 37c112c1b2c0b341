import type { DeckEdits } from '#shared/contract/decks.ts'
import { ownSlide, withHidden } from '#shared/slides/edits.ts'

type Words = DeckEdits['words'][string]

/** A piece of what somebody made, `isOther` where the other person has no such piece there. */
interface Piece {
  readonly text: string
  readonly isOther: boolean
}

/** Something two people made of the same deck differently. */
export interface Difference {
  readonly what: string
  readonly mine: readonly Piece[]
  readonly theirs: readonly Piece[]
  /** Edits with this difference as the other person has it. */
  readonly takeTheirs: (edits: DeckEdits) => DeckEdits
}

const BY_TEMPLATE = '（同模板）'
const FIELDS = { title: '标题', speaker: '讲稿', note: '备注' } as const

/** Where two edits of a deck differ; `nameOf` gives a slide's name, or its id where it is gone. */
export function differences(
  mine: DeckEdits,
  theirs: DeckEdits,
  nameOf: (id: string, edits: DeckEdits) => string,
): Difference[] {
  const worded = [...new Set([...Object.keys(mine.words), ...Object.keys(theirs.words)])]
  return [
    ...pieces('次序', (edits) => numbered(edits.order.map((id) => nameOf(id, edits))), {
      takeTheirs: (edits) => ({ ...edits, order: theirs.order }),
    }),
    ...pieces('不放映的页', (edits) => edits.hidden.map((id) => nameOf(id, edits)).sort(), {
      takeTheirs: (edits) => ({ ...edits, hidden: theirs.hidden }),
    }),
    ...pieces('自己加的页', (edits) => edits.own.map(({ id }) => nameOf(id, edits)), {
      takeTheirs: (edits) => withOwnOf(edits, theirs),
    }),
    ...worded.flatMap((id) =>
      (['title', 'speaker', 'note'] as const).flatMap((field) =>
        pieces(
          `${nameOf(id, mine)}的${FIELDS[field]}`,
          ({ words }) => [words[id]?.[field] ?? ''].filter((text) => text !== ''),
          { takeTheirs: (edits) => withWordOf(edits, theirs, { id, field }) },
        ),
      ),
    ),
  ]

  function pieces(
    what: string,
    pick: (edits: DeckEdits) => readonly string[],
    { takeTheirs }: Pick<Difference, 'takeTheirs'>,
  ): Difference[] {
    const [own, other] = [pick(mine), pick(theirs)]
    if (JSON.stringify(own) === JSON.stringify(other)) return []
    return [{ what, mine: beside(own, other), theirs: beside(other, own), takeTheirs }]
  }
}

const numbered = (names: readonly string[]): string[] =>
  names.map((name, at) => `${at + 1} ${name}`)

const beside = (texts: readonly string[], others: readonly string[]): Piece[] =>
  texts.length === 0
    ? [{ text: BY_TEMPLATE, isOther: false }]
    : texts.map((text) => ({ text, isOther: !others.includes(text) }))

/** Edits of one's own with what was chosen of the other person's. */
export const merged = (mine: DeckEdits, chosen: readonly Difference[]): DeckEdits =>
  chosen.reduce((edits, { takeTheirs }) => takeTheirs(edits), mine)

/** Nobody's own slide is lost by a choice: theirs come beside one's own, under ids of their own. */
function withOwnOf(edits: DeckEdits, theirs: DeckEdits): DeckEdits {
  return theirs.own.reduce((all, { id, exhibit, view }) => {
    if (all.own.some((own) => own.exhibit === exhibit && own.view === view)) return all
    const isFree = all.own.every((own) => own.id !== id)
    const added = isFree ? { id, exhibit, view } : ownSlide(all, exhibit, view)
    const words = theirs.words[id]
    const next = {
      ...all,
      own: [...all.own, added],
      ...(words && { words: { ...all.words, [added.id]: words } }),
    }
    return theirs.hidden.includes(id) ? withHidden(next, added.id, true) : next
  }, edits)
}

function withWordOf(
  edits: DeckEdits,
  theirs: DeckEdits,
  { id, field }: { id: string; field: keyof typeof FIELDS },
): DeckEdits {
  const { [field]: _, ...rest }: Words = edits.words[id] ?? {}
  const taken = theirs.words[id]?.[field]
  const said: Words = { ...rest, ...(taken !== undefined && { [field]: taken }) }
  const { [id]: __, ...others } = edits.words
  if (said.title === undefined && said.speaker === undefined && !said.note)
    return { ...edits, words: others }
  const known = [...(edits.words[id]?.numbers ?? []), ...(theirs.words[id]?.numbers ?? [])]
  const text = `${said.title ?? ''} ${said.speaker ?? ''}`
  const numbers = [...new Set(known)].filter((number) => text.includes(number))
  return { ...edits, words: { ...others, [id]: { ...said, numbers } } }
}
