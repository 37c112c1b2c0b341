import type { Answer } from '#shared/contract/figures.ts'
import { STANDING_WORDS, standingOf, targetLine } from '#shared/headlines/targets.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { periodLabel } from '#shared/time/words.ts'
import { amountCell, unique, unitCell } from './figure-rows.ts'
import type { Cell } from './sheet-xml.ts'

const HEAD = '目标,指标,单位,下限,上限,完成,进度,序时进度,完成情况,来源'.split(',')

/** What was agreed to reach, each once, in the same units as the figures. */
export function targetRows(answers: readonly Answer[]): Cell[][] {
  const all = answers.flatMap(({ metric, targets }) =>
    targets.map((target) => ({ metric, target })),
  )
  return [
    HEAD,
    ...unique(all, ({ target }) => target.id).map(({ metric, target }): Cell[] => {
      const { label, unit } = metricOf(metric)
      return [
        target.label,
        `${label}，${periodLabel(target.span)}`,
        unitCell(unit),
        amountCell(target.low, unit),
        amountCell(target.high, unit),
        amountCell(target.value, unit),
        { value: target.progress, look: 'percent' },
        { value: target.pace, look: 'percent' },
        `${STANDING_WORDS[standingOf(target)]}：${targetLine(target, metric)}`,
        target.source,
      ]
    }),
  ]
}
