import type { ColumnAnswer, ColumnCounts } from '../contract/columns.ts'
import { FORMS, LEVELS } from '../ledgers/dictionaries.ts'
import { yearOf } from '../time/period.ts'
import { periodLabel, spanLabel } from '../time/words.ts'
import { valueWords } from './figure-words.ts'

type Part = ColumnCounts['forms'][number]

const FORM_WORDS: Readonly<Record<string, { label: string }>> = FORMS
const LEVEL_WORDS: Readonly<Record<string, { label: string }>> = LEVELS

/**
 * The paragraph of a 专栏 for the annual report, ready to paste. It says what was counted and
 * leaves out what no ledger knows; what it leaves out is in `campaignNotes`.
 */
export function campaignParagraph(
  answer: Pick<ColumnAnswer, 'column' | 'period' | 'counted'>,
): string {
  const { column, counted } = answer
  if (counted === null) return ''
  const head = `${spanWords(answer, counted)}，“${column}”专栏`
  if (counted.pieces === 0) return `${head}没有发布稿件。`
  const works = counted.works < counted.pieces ? `，不同作品 ${counting(counted.works, '篇')}` : ''
  const forms = listed(counted.forms, FORM_WORDS, '条')
  const original = counted.original > 0 ? `，其中原创 ${counting(counted.original, '条')}` : ''
  return [
    `${head}共发布 ${counting(counted.pieces, '条')}${works}（${forms}）${original}`,
    platformPhrase(counted.platforms),
    readsPhrase(counted),
    adoptedPhrase(counted.adopted),
  ]
    .filter((part) => part !== '')
    .join('；')
    .concat('。')
}

/** What the paragraph leaves out, a sentence each: absent is not zero. */
export function campaignNotes({ counted }: Pick<ColumnAnswer, 'counted'>): string[] {
  if (counted === null) return []
  const { blank, reads, adopted } = counted
  return [
    ...(blank > 0 && reads !== null
      ? [`${counting(blank, '条')}没有登记阅读量，不在阅读合计里。`]
      : []),
    ...(reads === null && counted.pieces > 0 ? ['这些稿件都没有登记阅读量。'] : []),
    ...(adopted === null ? ['上级采用台账没有覆盖这段时间，段落里不写采用。'] : []),
  ]
}

function spanWords({ period }: Pick<ColumnAnswer, 'period'>, { from, to }: ColumnCounts): string {
  const isWhole = from === period.from && to === period.to
  return isWhole ? periodLabel(period) : `${yearOf(period)}年${spanLabel({ from, to })}`
}

const counting = (count: number, unit: string): string => `${valueWords(count, '条').text} ${unit}`

const listed = (
  parts: readonly Part[],
  words: Readonly<Record<string, { label: string }>>,
  unit: string,
): string =>
  parts
    .map(({ value, count }) => {
      const word = value === '' ? '未填' : (words[value]?.label ?? value)
      return `${word} ${counting(count, unit)}`
    })
    .join('、')

function platformPhrase(platforms: readonly Part[]): string {
  const [first] = platforms.filter(({ value }) => value !== '')
  if (!first) return ''
  const count = platforms.filter(({ value }) => value !== '').length
  return count === 1 ? `全部在${first.value}刊发` : `在${first.value}等 ${count} 个平台刊发`
}

function readsPhrase({ reads, most }: ColumnCounts): string {
  if (reads === null) return ''
  const top = most ? `，最高的一条是《${most.title}》（${counting(most.reads ?? 0, '次')}）` : ''
  return `登记的阅读（播放）共 ${counting(reads, '次')}${top}`
}

function adoptedPhrase(adopted: ColumnCounts['adopted']): string {
  if (adopted === null) return ''
  if (adopted.uses === 0) return '没有被上级媒体采用'
  const levels = listed(adopted.levels, LEVEL_WORDS, '条次')
  return `有 ${counting(adopted.works, '篇')}作品被上级媒体采用 ${counting(adopted.uses, '条次')}（${levels}）`
}
