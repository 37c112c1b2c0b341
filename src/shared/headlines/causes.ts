import type { Cause } from '../contract/reconcile.ts'

/** A likely cause in words; always a possibility, since nobody has looked yet. */
export function causeWords({ kind, name }: Cause): string {
  switch (kind) {
    case 'rounded':
      return '相差不到四舍五入的一位，可能只是取整'
    case 'statedSum':
      return '填报的各分项之和与台账相同，可能是填报的合计加错'
    case 'countedTotal':
      return '填报合计与台账相同，可能是某个分项写错或漏列'
    case 'statedGrowth':
      return '等于填报的本期数减台账的上年数，可能是本期填报数本身有差'
    case 'otherFigure':
      return `正好等于“${name}”，可能是口径不同`
    case 'lastYear':
      return '正好等于上年同期，可能抄了上年的数'
    case 'zeros':
      return '正好差若干个零，可能是单位或小数点写错'
    case 'swapped':
      return '相邻两位数字对调，可能是抄错'
    case 'month':
      return `相差正好是${name}的数，可能一边少算或多算了这个月`
    case 'part':
      return `相差正好是“${name}”的数，可能一边不含它`
  }
}
