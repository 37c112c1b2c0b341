import { NO_RESULT } from './cells.ts'

/** A cell with a formula and no value: an empty text that one comes to is typed `str`. */
const UNCALCULATED =
  /<c((?: (?:(?!t=)[\w:]+="[^"<]*"|t="[ne]"))*)><f\b[^<>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g

/** A cell is no longer than a row may be. */
const LONGEST_CELL = 1_000_000

/** A worksheet part in which formulas that nothing ever calculated say so; the library leaves them out. */
export function withNoResults(pieces: Iterable<Uint8Array>): Uint8Array {
  const decoder = new TextDecoder()
  const marked: Uint8Array[] = []
  let text = ''
  const mark = (end: number): void => {
    marked.push(encoder.encode(text.slice(0, end).replace(UNCALCULATED, asNoResult)))
    text = text.slice(end)
  }
  for (const piece of pieces) {
    text += decoder.decode(piece, { stream: true })
    mark(wholeCells(text))
  }
  text += decoder.decode()
  mark(text.length)
  return joined(marked)
}

const encoder = new TextEncoder()

function asNoResult(_: string, attributes: string): string {
  const others = attributes.replace(/ t="."/, '')
  return `<c${others} t="str"><v>${NO_RESULT}</v></c>`
}

/** Up to where a text is read: before a cell, or a sign that may begin one, whose rest is still to come. */
function wholeCells(text: string): number {
  const begun = text.lastIndexOf('<c')
  const isOpen = begun >= 0 && text.indexOf('</c>', begun) < 0
  if (isOpen && text.length <= LONGEST_CELL) return begun
  return text.endsWith('<') ? text.length - 1 : text.length
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
