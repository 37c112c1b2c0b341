import type { Answer } from '../contract/figures.ts'
import { valueOf } from '../metrics/figure.ts'
import { metricOf } from '../metrics/index.ts'
import { valueLine } from './figure-words.ts'

/**
 * Each growth that somebody quoted for an answer's period, beside the one between its two figures:
 * `填报增 198 条，台账相减增 290 条`. Neither is corrected by the other.
 */
export function quotedGrowth(answer: Answer): string[] {
  const { unit } = metricOf(answer.metric)
  const own = computedGrowth(answer)
  const beside = own === null ? '台账两年不能相减' : `台账相减${signed(own, unit)}`
  return answer.quoted.flatMap((quoted) => {
    if (quoted.state !== 'stated') return []
    const said = quoted.qualifier === 'exact' ? signed(quoted.value, unit) : `“${quoted.wording}”`
    return [`填报${said}，${beside}`]
  })
}

/** This figure less the one before; null where they are not whole, or a rate, whose change is in points. */
function computedGrowth({ figure, yoy }: Answer): number | null {
  const value = valueOf(figure)
  if (value === null || !yoy || yoy.isCut) return null
  const { change } = yoy
  if (change.kind === 'new') return change.amount
  if (change.kind === 'same') return 0
  return change.kind === 'percent' || change.kind === 'amount' ? value - change.from : null
}

function signed(growth: number, unit: Parameters<typeof valueLine>[1]): string {
  if (growth === 0) return '持平'
  return `${growth > 0 ? '增' : '减'} ${valueLine(Math.abs(growth), unit)}`
}
