/** Said of nobody, so there is nobody to hide. */
const NOBODY = new Set(
  '匿名 匿名用户 网友 网民 群众 市民 村民 居民 业主 家长 家属 本人 户主 用户 不详 不明 未知 未留 电话 手机'.split(
    ' ',
  ),
)

/** Whether a cell that could name somebody says that nobody is named. */
export const isNobody = (cell: string): boolean => cell === '无' || NOBODY.has(cell)

const BETWEEN = /[、，,;；/／|｜（）()[\]【】<>《》:：\n]+/
const ETC = /等(?:[\d一二三四五六七八九十几多]*[人名户家位].*)?$/
const BEFORE = /^(?:网友|网民|群众|市民|村民|居民|业主|家长)/
const BEHIND = /(?:先生|女士|同志|家属|一家|本人)$/

/** Those a cell that names citizens names, as a text may: `张三、李四（户主）等5人` two. */
export function nameParts(cell: string): string[] {
  const pieces = cell.split(BETWEEN).flatMap((piece) => {
    const [left = '', right = '', ...more] = piece.replace(ETC, '').split(/[和及与]/)
    const isTwo = more.length === 0 && left.trim().length > 1 && right.trim().length > 1
    return isTwo ? [left, right] : [piece.replace(ETC, '')]
  })
  const bare = pieces.map((piece) => piece.trim().replace(BEFORE, '').replace(BEHIND, ''))
  return [...new Set([cell, ...pieces.map((piece) => piece.trim()), ...bare])].filter(
    (name) => compact(name).read.length > 1 && /\p{L}/u.test(name) && !isNobody(name),
  )
}

/** A stretch of a text. */
interface Stretch {
  readonly from: number
  readonly to: number
}

interface Ending {
  /** How long the names are that begin with a sign, the longest first. */
  readonly lengths: readonly number[]
  readonly names: ReadonlySet<string>
}

/** Names by their first sign, kept with their list: tens of thousands are looked for in many a text. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, Ending>>()

function indexOf(list: readonly string[]): ReadonlyMap<string, Ending> {
  const known = indexes.get(list)
  if (known) return known
  const byFirst = new Map<string, Set<string>>()
  for (const name of list) {
    const { read } = compact(name)
    const names = byFirst.get(read.charAt(0)) ?? new Set()
    byFirst.set(read.charAt(0), names.add(read))
  }
  const made = new Map<string, Ending>()
  for (const [first, names] of byFirst) {
    const lengths = new Set([...names].map(({ length }) => length))
    made.set(first, { lengths: [...lengths].sort((a, b) => b - a), names })
  }
  indexes.set(list, made)
  return made
}

/**
 * Where a text has one of the names, also inside a longer word: 和平 hides its signs in 和平路, for a
 * name shown is worse than a word shown in part. However it is spaced (`王 明`, 阿孜·木呷) and in either
 * case; a name of letters only as a word of its own.
 */
export function findNames(text: string, list: readonly string[]): Stretch[] {
  if (list.length === 0) return []
  const index = indexOf(list)
  const { read, at } = compact(text)
  const found: Stretch[] = []
  for (let from = 0; from < read.length; from += 1) {
    const ending = index.get(read.charAt(from))
    const length = ending?.lengths.find((each) => ending.names.has(read.slice(from, from + each)))
    if (length === undefined || from + length > read.length) continue
    const stretch = { from: at(from), to: at(from + length - 1) + 1 }
    if (isWhole(text, stretch)) found.push(stretch)
  }
  return found
}

const isLatin = (sign: string): boolean => /[\da-z]/i.test(sign)

/** Whether letters at either end of a stretch are not a part of a longer word. */
const isWhole = (text: string, { from, to }: Stretch): boolean =>
  !(isLatin(text.charAt(from)) && isLatin(text.charAt(from - 1))) &&
  !(isLatin(text.charAt(to - 1)) && isLatin(text.charAt(to)))

const GAP = /[ \u00a0\u3000·•・‧]/
const GAPS = new RegExp(GAP, 'g')

/** A text without what may stand between the signs of a name, and where each of its signs stood. */
function compact(text: string): {
  readonly read: string
  readonly at: (place: number) => number
} {
  const low = text.replaceAll(/[A-Z]+/g, (signs) => signs.toLowerCase())
  if (!GAP.test(low)) return { read: low, at: (place) => place }
  const places: number[] = []
  for (let place = 0; place < low.length; place += 1)
    if (!GAP.test(low.charAt(place))) places.push(place)
  return { read: low.replaceAll(GAPS, ''), at: (place) => places[place] ?? low.length }
}
