/** Words that state a number without digits, and why they are not read. */
export interface Spoken {
  readonly from: number
  readonly to: number
  readonly wording: string
  readonly why: string
}

const NUMERAL = '[一二两三四五六七八九十百千万亿零〇]'
const THINGS = '条|件|篇|人次|场次|场|次|期|起'
/** 三百二十条, 七次; not 第三次, 一次, 四个意识. */
const IN_CHARACTERS = new RegExp(
  `(?<!第|\\d|${NUMERAL})(?:${NUMERAL}{2,}[余多来]?(?:${THINGS}|万?元|项|个|家|户|人)|[二两三四五六七八九十](?:${THINGS}))`,
  'g',
)
/** 无停播, 零差错, 未发生重大安全播出事故; not 无线发射台故障. */
const NONE =
  /(?:未发生|没有发生|未出现|没有出现|零|无(?![线人缝偿]))[^，,。；;！!？?\n\d]{0,10}?(?:停播|停传|事故|差错|错播|漏播|故障|投诉|信访)/g

/** Every number of a text that stands in characters, and every word that something did not happen. */
export function spokenIn(text: string): Spoken[] {
  const inCharacters = [...text.matchAll(IN_CHARACTERS)].map((match) =>
    spoken(match, '汉字写的数不读，改成阿拉伯数字再看'),
  )
  const none = [...text.matchAll(NONE)].map((match) =>
    spoken(match, '说的是没有发生，不自动记作 0；要填就在上面的表里填 0'),
  )
  return [...inCharacters, ...none].sort((a, b) => a.from - b.from)
}

const spoken = (match: RegExpExecArray, why: string): Spoken => ({
  from: match.index,
  to: match.index + match[0].length,
  wording: match[0],
  why,
})
