import { isEntered, type Ledger, type Row } from '../ledgers/define.ts'

/** The fields whose texts may be searched and replaced: all that people write freely, in their order. */
export const freeTexts = ({ fields }: Pick<Ledger, 'fields'>): string[] =>
  Object.entries(fields).flatMap(([id, field]) =>
    isEntered(field) && (field.kind === 'text' || field.kind === 'longText') ? [id] : [],
  )

/**
 * Those of them that are meant: the one named; with none named all but names of reference lists, which
 * are renamed in their list or where one says so.
 */
export const textsMeant = (ledger: Pick<Ledger, 'fields'>, field = ''): string[] =>
  freeTexts(ledger).filter((id) =>
    field === '' ? ledger.fields[id]?.list === undefined : id === field,
  )

/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string
  readonly isFound: boolean
}

/** A text cut where another stands in it, A to Z in either case, as the store looks for it. */
export function stretches(text: string, find: string): Stretch[] {
  if (find === '') return [{ text, isFound: false }]
  return text
    .split(patternOf(find))
    .map((part, at) => ({ text: part, isFound: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** In parentheses, so that splitting keeps what was found. The flag i would fold more letters than A to Z. */
function patternOf(find: string): RegExp {
  const letters = [...find].map((letter) =>
    /[a-z]/i.test(letter)
      ? `[${letter.toLowerCase()}${letter.toUpperCase()}]`
      : letter.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`),
  )
  return new RegExp(`(${letters.join('')})`)
}

/** One cell in which a text was found, and how it reads with another in its place. */
export interface Replaced {
  readonly field: string
  readonly before: readonly Stretch[]
  readonly after: string
  /** How often it stands there. */
  readonly count: number
}

/** Of these cells of a row those that hold a text and would read otherwise with another in its place. */
export function replacedCells(
  row: Row,
  fields: readonly string[],
  { find, by }: { readonly find: string; readonly by: string },
): Replaced[] {
  return fields.flatMap((field) => {
    const text = String(row[field] ?? '')
    const before = stretches(text, find)
    const count = before.filter(({ isFound }) => isFound).length
    const after = before.map((part) => (part.isFound ? by : part.text)).join('')
    return count === 0 || after === text ? [] : [{ field, before, after, count }]
  })
}
