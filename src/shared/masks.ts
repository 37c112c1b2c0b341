import type { Cell, Ledger, Row } from './ledgers/define.ts'

/** Where a text holds what identifies a citizen, and what is shown in its place: as many signs. */
interface Hidden {
  readonly from: number
  readonly to: number
  readonly mask: string
}

/** Stands for a sign that is not shown; texts without it hide nothing. */
export const MASK = '*'

/** Said of nobody, so there is nobody to hide. */
const NOBODY = new Set(['匿名', '网友', '网民', '群众', '市民', '不详', '未留', '无'])

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

type ByFirst = ReadonlyMap<string, readonly string[]>

/** Names by their first sign, kept with their list: thousands of them are looked for in many a text. */
const byFirst = new WeakMap<readonly string[], ByFirst>()

function namesByFirst(names: readonly string[]): ByFirst {
  const known = byFirst.get(names)
  if (known) return known
  const made = Map.groupBy(names, (name) => name.charAt(0))
  byFirst.set(names, made)
  return made
}

function hiddenNames(text: string, names: readonly string[]): Hidden[] {
  if (names.length === 0) return []
  const known = namesByFirst(names)
  const found: Hidden[] = []
  for (let from = 0; from < text.length; from += 1)
    for (const name of known.get(text.charAt(from)) ?? []) {
      if (!text.startsWith(name, from)) continue
      const [first = ''] = name
      found.push({ from, to: from + name.length, mask: first.padEnd(name.length, MASK) })
    }
  return found
}

/** Parts of a text that are hidden, in order, none over another. */
function hiddenIn(text: string, names: readonly string[]): Hidden[] {
  const all = [...hiddenNumbers(text), ...hiddenNames(text, names)].toSorted(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  const kept: Hidden[] = []
  for (const part of all) if (part.from >= (kept.at(-1)?.to ?? 0)) kept.push(part)
  return kept
}

/** A text with numbers of citizens hidden, `138****5678`, and these names, `张*`; as long as it was. */
export function maskedText(text: string, names: readonly string[] = []): string {
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
  if (NOBODY.has(text) || text.includes(MASK)) return text
  const number = maskedText(text)
  if (number !== text && !/\p{L}/u.test(narrow(text).replace(/x$/i, ''))) return number
  const [first = ''] = text
  return `${first}${MASK}${MASK}`
}

type Fields = Ledger['fields']

/** Fields that name citizens or may mention them. */
export const citizenFields = ({ fields }: { readonly fields: Fields }): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name]?.citizen !== undefined)

/** The citizens a row names, as its texts may mention them. */
export function namesIn(
  { fields }: { readonly fields: Fields },
  ...rows: readonly Row[]
): string[] {
  const named = citizenFields({ fields }).filter((name) => fields[name]?.citizen === 'named')
  const cells = rows.flatMap((row) => named.map((name) => row[name] ?? ''))
  return [...new Set(cells)].flatMap((cell) =>
    typeof cell === 'string' && cell.length > 1 && !NOBODY.has(cell) && /\p{L}/u.test(cell)
      ? [cell]
      : [],
  )
}

/** Cells as they are shown to those who may not see names and numbers; `names` as texts mention them. */
export function maskedCells(
  { fields }: { readonly fields: Fields },
  cells: Row,
  names: readonly string[],
): Row {
  const shown: Record<string, Cell> = { ...cells }
  const hidden = citizenFields({ fields }).filter((name) => typeof shown[name] === 'string')
  for (const name of hidden)
    shown[name] =
      fields[name]?.citizen === 'named'
        ? maskedName(String(shown[name]))
        : maskedText(String(shown[name]), names)
  for (const name of hidden) {
    const derive = fields[name]?.derive
    if (derive) shown[name] = derive(shown)
  }
  return shown
}

/** A row as it is shown to those who may not see names and numbers. */
export const maskedRow = (
  ledger: { readonly fields: Fields },
  row: Row,
  names: readonly string[] = namesIn(ledger, row),
): Row => maskedCells(ledger, row, names)

/**
 * Written cells with what is hidden in them put back from the kept row, so that nobody writes a mask
 * over a name or a number. What was truly written anew stays as it was written.
 */
export function withHidden(
  { fields }: { readonly fields: Fields },
  written: Row,
  kept: Row,
  names: readonly string[] = namesIn({ fields }, kept),
): Row {
  const whole: Record<string, Cell> = { ...written }
  for (const name of citizenFields({ fields })) {
    const [now, before] = [written[name], kept[name]]
    if (typeof now !== 'string' || typeof before !== 'string' || !now.includes(MASK)) continue
    if (fields[name]?.citizen === 'mentioned') whole[name] = textWithHidden(now, before, names)
    else if (now === maskedName(before)) whole[name] = before
  }
  return whole
}

function textWithHidden(written: string, kept: string, names: readonly string[]): string {
  let text = written
  let after = 0
  for (const { from, to, mask } of hiddenIn(kept, names)) {
    const at = text.indexOf(mask, after)
    if (at < 0) continue
    text = text.slice(0, at) + kept.slice(from, to) + text.slice(at + mask.length)
    after = at + mask.length
  }
  return text
}
