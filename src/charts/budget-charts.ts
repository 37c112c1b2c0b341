import type { BudgetAnswer, BudgetLine } from '#shared/contract/budget.ts'
import { linesTitle, PACE_RULE_WORDS, paceWords } from '#shared/headlines/budget.ts'
import { valueLine, valueWords } from '#shared/headlines/figure-words.ts'
import type { Bullets, Tone } from './kinds.ts'

const TONES = {
  over: 'bad',
  farBehind: 'bad',
  behind: 'waiting',
  onPace: 'good',
  unknown: 'plain',
} as const satisfies Record<BudgetLine['light'], Tone>

const money = (amount: number | null): string =>
  amount === null ? '未登记' : valueWords(amount, 'money').text

/** Each line's rate against 序时进度. */
export function lineBullets({ execution }: Pick<BudgetAnswer, 'execution'>): Bullets {
  return {
    title: linesTitle(execution),
    subtitle: `执行率（本年预算支付 ÷ 本年预算，万元）对序时进度（${PACE_RULE_WORDS[execution.paceRule]}）`,
    paceLabel: paceWords(execution),
    tones: { good: '跟上', waiting: '偏慢', bad: '过慢或超支' },
    rows: execution.lines.map((line) => ({
      key: line.project,
      label: line.project,
      value: line.ofYear,
      text: line.ofYear === null ? '—' : valueLine(line.ofYear, 'ratio'),
      pace: execution.pace,
      tone: TONES[line.light],
      note: `${money(line.paidOfYear)} / ${money(line.budget)}`,
    })),
  }
}
