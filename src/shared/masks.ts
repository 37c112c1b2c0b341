import type { PutTexts } from './json-texts.ts'
import type { Cell, Field, Ledger, Row } from './ledgers/define.ts'
import { findNames, isNobody, nameParts } from './citizen-names.ts'

/** Where a text holds what identifies a citizen, and what is shown in its place: as many signs. */
interface Hidden {
  readonly from: number
  readonly to: number
  readonly mask: string
}

/** Stands for a sign that is not shown; texts without it hide nothing. */
export const MASK = '*'

const MOBILE = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?<hide>[ -]?\d{4})[ -]?\d{4}(?!\d)/dg
/** Six of the place, eight of the birthday, three and the check sign; one mistyped is hidden as well. */
const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{2}(?<hide>\d{3}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\d{3}[\dXx](?![\dA-Za-z])/dg
const LANDLINE = /(?<!\d)\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?(?<hide>\d{3,4})\d{4}(?!\d)/dg
/** Without its area code a number is told by the word before it. */
const CALLED = /(?:电话|座机|联系方式|手机)[：: 号为]{0,3}(?<hide>\d{3,4})\d{4}(?!\d)/dg

/** Full-width digits and signs read as narrow ones, each in its place. */
const narrow = (text: string): string =>
  text.replaceAll(/[０-９Ｘｘ（）－＋\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )

function hiddenNumbers(text: string): Hidden[] {
  if (!/[\d０-９]/.test(text)) return []
  const read = narrow(text)
  return [IDENTITY, MOBILE, LANDLINE, CALLED].flatMap((pattern) =>
    [...read.matchAll(pattern)].flatMap(({ indices }) => {
      const [[from, to] = [0, 0], hide] = [indices?.[0], indices?.groups?.hide]
      if (!hide) return []
      const stars = text.slice(...hide).replaceAll(/[\d０-９]/g, MASK)
      return [{ from, to, mask: text.slice(from, hide[0]) + stars + text.slice(hide[1], to) }]
    }),
  )
}

/** Lists of names that a text is shown without. */
export type Names = readonly (readonly string[])[]

function hiddenNames(text: string, names: Names): Hidden[] {
  return names.flatMap((list) =>
    findNames(text, list).map(({ from, to }) => {
      const [first = ''] = text.slice(from, to)
      return { from, to, mask: first.padEnd(to - from, MASK) }
    }),
  )
}

/** Parts of a text that are hidden, in order; those that lie over one another as one. */
function hiddenIn(text: string, names: Names): Hidden[] {
  const all = [...hiddenNumbers(text), ...hiddenNames(text, names)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  const kept: Hidden[] = []
  for (const part of all) {
    const last = kept.at(-1)
    if (!last || part.from >= last.to) kept.push(part)
    else if (part.to > last.to) {
      const mask = last.mask + MASK.repeat(part.to - last.to)
      kept.splice(-1, 1, { from: last.from, to: part.to, mask })
    }
  }
  return kept
}

/** A text with numbers of citizens hidden, `138****5678`, and these names, `张*`; as long as it was. */
export function maskedText(text: string, ...names: Names): string {
  let shown = ''
  let at = 0
  for (const { from, to, mask } of hiddenIn(text, names)) {
    shown += text.slice(at, from) + mask
    at = to
  }
  return shown + text.slice(at)
}

/** A cell that names a citizen: `张**` whatever its length, a number as in a text. */
export function maskedName(text: string): string {
  if (isNobody(text) || text.includes(MASK)) return text
  const number = maskedText(text)
  if (number !== text && !/\p{L}/u.test(narrow(text).replace(/x$/i, ''))) return number
  const [first = ''] = text
  return `${first}${MASK}${MASK}`
}

type Of = Pick<Ledger, 'fields'>

/** Whether a field names citizens or may mention them, as every long text may of which nothing is said. */
export const citizenIn = ({ citizen, kind }: Field): 'named' | 'mentioned' | null =>
  citizen === 'named' || citizen === 'mentioned'
    ? citizen
    : citizen === undefined && kind === 'longText'
      ? 'mentioned'
      : null

const fieldsWhere = ({ fields }: Of, holds: (field: Field) => boolean): string[] =>
  Object.entries(fields).flatMap(([name, field]) => (holds(field) ? [name] : []))

/** Fields that name citizens or may mention them. */
export const citizenFields = (of: Of): readonly string[] =>
  fieldsWhere(of, (field) => citizenIn(field) !== null)

/** Fields that name citizens. */
export const namingFields = (of: Of): readonly string[] =>
  fieldsWhere(of, ({ citizen }) => citizen === 'named')

/** The citizens rows name, as texts may mention them. */
export function namesIn(of: Of, ...rows: readonly Row[]): string[] {
  const named = namingFields(of)
  const cells = new Set(rows.flatMap((row) => named.map((name) => row[name])))
  return namesOf([...cells].map((cell) => (typeof cell === 'string' ? cell : '')))
}

/** The same of cells that name citizens. A mask names nobody. */
export const namesOf = (cells: readonly string[]): string[] =>
  cells.flatMap((cell) => (cell === '' || cell.includes(MASK) ? [] : nameParts(cell)))

const eachText: PutTexts = (cell, put) => put(cell, '')

/** Cells as they are shown to those who may not see names and numbers; `names` as texts mention them. */
export function maskedCells({ fields }: Of, cells: Row, ...names: Names): Row {
  const shown: Record<string, Cell> = { ...cells }
  const hidden: [string, Field][] = []
  for (const [name, field] of Object.entries(fields)) {
    const [cell, how] = [shown[name], citizenIn(field)]
    if (typeof cell !== 'string' || how === null) continue
    hidden.push([name, field])
    const { eachText: each = eachText } = field
    shown[name] =
      how === 'named' ? maskedName(cell) : each(cell, (text) => maskedText(text, ...names))
  }
  for (const [name, { derive }] of hidden) if (derive) shown[name] = derive(shown)
  return shown
}

/** A row as it is shown to those who may not see names and numbers; its own citizens are known. */
export const maskedRow = (ledger: Of, row: Row, known: readonly string[] = []): Row =>
  maskedCells(ledger, row, namesIn(ledger, row), known)

/**
 * Written cells with what is hidden in them put back from the kept row, so that nobody writes a mask
 * over a name or a number. What was truly written anew stays as it was written.
 */
export function withHidden(of: Of, written: Row, kept: Row, known: readonly string[] = []): Row {
  const whole: Record<string, Cell> = { ...written }
  for (const [name, field] of Object.entries(of.fields)) {
    const [now, before, how] = [written[name], kept[name], citizenIn(field)]
    if (typeof now !== 'string' || typeof before !== 'string' || how === null) continue
    if (!now.includes(MASK)) continue
    const { eachText: each = eachText } = field
    const texts = new Map<string, string>()
    each(before, (text, place) => (texts.set(place, text), text))
    const names = [namesIn(of, kept), known]
    if (how === 'mentioned')
      whole[name] = each(now, (text, place) => textWithHidden(text, texts.get(place) ?? '', names))
    else if (now === maskedName(before)) whole[name] = before
  }
  return whole
}

/** Whether a text may be what is shown of another: as long, and the same but for what is hidden. */
export const mayHide = (shown: string, text: string): boolean =>
  shown.length === text.length &&
  shown.split('').every((sign, at) => sign === MASK || sign === text.charAt(at))

function textWithHidden(written: string, kept: string, names: Names): string {
  if (mayHide(written, kept)) return kept
  let text = written
  let after = 0
  for (const { from, to, mask } of hiddenIn(kept, names)) {
    const [at, open] = [text.indexOf(mask, after), text.indexOf(kept.slice(from, to), after)]
    // Who writes may see this one: what looks like its mask further on is another's.
    const isOpen = open >= 0 && (at < 0 || open < at)
    if (at < 0 && !isOpen) continue
    if (!isOpen) text = text.slice(0, at) + kept.slice(from, to) + text.slice(at + mask.length)
    after = (isOpen ? open : at) + mask.length
  }
  return text
}
