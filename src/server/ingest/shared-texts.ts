import { OtherMarkup, matchAt, unescaped } from './sheet-rows.ts'

/** The shared strings of a workbook by their number, and the part without them. */
export interface TakenTexts {
  /** Null where one is empty. */
  readonly texts: readonly (string | null)[]
  readonly part: string
}

const BEGIN = /<sst\b[^<>]*[^<>/]>/
const END = '</sst>'
const LONGEST_ITEM = 1_000_000

const TEXT = '<t(?: xml:space="preserve")?(?:>([^<]*)</t>|/>)'
const ITEM = new RegExp(`\\s*<si>(?:${TEXT}(?:<phoneticPr\\b[^<>]*/>)?)?</si>`, 'y')
/** Runs of text; a guide to how it sounds is for the library. */
const RICH = /\s*<si>(<r\b(?:(?!<\/si>|<rPh\b|<!|<\/?\w+:)[^])*)<\/si>/y
const RUN_TEXT = /<t\b[^<>]*>([^<]*)<\/t>/g

/**
 * Takes the shared strings out of their part as its bytes come in, so that a long part is never held as
 * text: ECMA-376 §18.4. Null where anything stands there that is not plainly a text: the library reads it.
 */
export function takeTexts(pieces: Iterable<Uint8Array>): TakenTexts | null {
  try {
    return textsIn(pieces)
  } catch (error) {
    if (error instanceof OtherMarkup) return null
    throw error
  }
}

function textsIn(pieces: Iterable<Uint8Array>): TakenTexts {
  const decoder = new TextDecoder()
  const texts: (string | null)[] = []
  let head: string | null = null
  let rest = ''
  const read = (): void => {
    if (head === null) {
      const begin = BEGIN.exec(rest)
      if (!begin) return
      head = rest.slice(0, begin.index + begin[0].length)
      rest = rest.slice(head.length)
    }
    rest = rest.slice(itemsIn(rest, texts))
  }
  for (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true })
    read()
    if (rest.length > LONGEST_ITEM) throw new OtherMarkup()
  }
  rest += decoder.decode()
  read()
  const before: string | null = head
  if (before === null || !rest.trimStart().startsWith(END)) throw new OtherMarkup()
  return { texts, part: before + rest }
}

/** Reads the whole items at the start of a text; where the first that is not whole begins. */
function itemsIn(text: string, texts: (string | null)[]): number {
  let at = 0
  for (;;) {
    const plain = matchAt(ITEM, text, at)
    if (plain) {
      texts.push(unescaped(plain[1] ?? '') || null)
      at += plain[0].length
      continue
    }
    const rich = matchAt(RICH, text, at)
    if (!rich) {
      if (text.indexOf('</si>', at) >= 0) throw new OtherMarkup()
      return at
    }
    const runs = [...(rich[1] ?? '').matchAll(RUN_TEXT)].map(([, run = '']) => run)
    texts.push(unescaped(runs.join('')) || null)
    at += rich[0].length
  }
}
