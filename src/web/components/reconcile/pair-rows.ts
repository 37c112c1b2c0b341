import type { Pair } from '#shared/contract/reconcile.ts'
import { causeWords } from '#shared/headlines/causes.ts'
import { differenceWords, sideWords } from '#shared/headlines/disagreement.ts'
import { EXPLANATION_STATES } from '#shared/ledgers/dictionaries.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { periodLabel } from '#shared/time/words.ts'
import type { CsvCell } from '#shared/csv.ts'

const STATES: Readonly<Record<string, { readonly label: string }>> = EXPLANATION_STATES

const HEAD =
  '结果 指标 期间 一边 数 来源 另一边 数 来源 相差 可能的原因 结论 说明 谁写的 何时'.split(' ')

/** Pairs as rows with a head, for a file; amounts in words with their units, as the page has them. */
export function pairRows(pairs: readonly Pair[], zone: string): CsvCell[][] {
  return [
    HEAD,
    ...pairs.map(({ explanation, ...pair }) => [
      pair.agrees ? '相符' : '不符',
      pair.label,
      periodLabel(pair.period),
      pair.left.words,
      sideWords(pair.left, pair.unit),
      pair.left.source,
      pair.right.words,
      sideWords(pair.right, pair.unit),
      pair.right.source,
      differenceWords(pair),
      pair.causes.map(causeWords).join('；') || null,
      explanation ? (STATES[explanation.state]?.label ?? explanation.state) : null,
      explanation?.note ?? null,
      explanation?.by ?? null,
      explanation && dateTimeInZone(Date.parse(explanation.at), zone).replace('T', ' '),
    ]),
  ]
}
