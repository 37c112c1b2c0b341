import { NO_RESULT } from './cells.ts'

/** A cell with a formula and no value: an empty text that one comes to is typed `str`. */
const UNCALCULATED =
  /<c((?: (?:(?!t=)[\w:]+="[^"<]*"|t="[ne]"))*)><f\b[^<>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g

/** A worksheet part in which formulas that nothing ever calculated say so; the library leaves them out. */
export function withNoResults(pieces: Iterable<Uint8Array>): Uint8Array {
  const decoder = new TextDecoder()
  let text = ''
  for (const piece of pieces) text += decoder.decode(piece, { stream: true })
  text += decoder.decode()
  const marked = text.replace(UNCALCULATED, (_, attributes: string) => {
    const others = attributes.replace(/ t="."/, '')
    return `<c${others} t="str"><v>${NO_RESULT}</v></c>`
  })
  return new TextEncoder().encode(marked)
}
