/** How a field is held: to words, to a part of its text, from or up to a value, or to any value. */
export type Hold = 'is' | 'has' | 'from' | 'to' | 'filled'

/** One condition of an address: `level:national|provincial`, `title~:扬尘`, `day>:2024-03-01`. */
export interface WherePart {
  readonly field: string
  readonly hold: Hold
  /** Codes or words, any of which holds, '' for an empty cell; one text or value; none for `filled`. */
  readonly words: readonly string[]
}

const MARKS = { is: '', has: '~', from: '>', to: '<', filled: '!' } as const satisfies Record<
  Hold,
  string
>
const HOLDS: ReadonlyMap<string, Hold> = new Map([
  ['~', 'has'],
  ['>', 'from'],
  ['<', 'to'],
  ['!', 'filled'],
])

/**
 * The conditions of an address's `where`, in order. Parts are joined by `,` and words by `|`, each
 * URL-encoded. Throws URIError on a broken code; whether the fields exist is the caller's to judge.
 */
export function parseWhere(text: string): WherePart[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', ...rest] = part.split(':')
      const hold = HOLDS.get(head.at(-1) ?? '') ?? 'is'
      const field = decodeURIComponent(hold === 'is' ? head : head.slice(0, -1))
      if (hold === 'filled') return { field, hold, words: [] }
      const value = rest.join(':')
      const words = hold === 'is' ? value.split('|') : [value]
      return { field, hold, words: words.map((word) => decodeURIComponent(word)) }
    })
}

/** Conditions as an address's `where`; parseWhere reads them back. */
export const writeWhere = (parts: readonly WherePart[]): string =>
  parts
    .map(
      ({ field, hold, words }) =>
        `${encodeURIComponent(field)}${MARKS[hold]}:${words.map((word) => encodeURIComponent(word)).join('|')}`,
    )
    .join(',')
