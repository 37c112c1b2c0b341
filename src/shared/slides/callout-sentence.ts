import type { Callout, Deck } from '../contract/decks.ts'
import { periodLabel } from '../time/words.ts'

/** A number beside a chart as a sentence to paste, with whose it is, of which 定稿 and moment. */
export function calloutSentence(
  { label, text, unit, change }: Callout,
  { centre, freeze, asOf }: Pick<Deck, 'centre' | 'freeze' | 'asOf'>,
): string {
  const draft = freeze ? `${periodLabel(freeze.period)} 第${freeze.number}稿` : ''
  const from = [centre, draft, `数据截至 ${asOf}`].filter((word) => word !== '').join(' · ')
  const said = [`${label} ${text} ${unit}`.trim(), ...(change ? [change.text] : [])].join('，')
  return `${said}（${from}）`
}
