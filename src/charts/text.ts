/** Han, kana, full-width and other signs that take a whole em. */
const WIDE =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/

/** About how wide a text is drawn, in pixels: measuring in the page would cost a layout each time. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const sign of text) ems += WIDE.test(sign) ? 1 : sign === '%' ? 0.92 : 0.58
  return ems * size
}

/** The text, or as much of it as fits a width in pixels with … at its end. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, size) > width) break
    kept += sign
  }
  return `${kept}…`
}

/** The text broken into lines of a width in pixels; the last of `most` lines ends in … if cut. */
export function wrapped(text: string, size: number, width: number, most = Infinity): string[] {
  const lines = ['']
  for (const sign of text) {
    const line = lines.at(-1) ?? ''
    if (line === '' || textWidth(line + sign, size) <= width) lines[lines.length - 1] = line + sign
    else if (lines.length === most)
      return [...lines.slice(0, -1), fitted(`${line}${sign}…`, size, width)]
    else lines.push(sign)
  }
  return lines
}
