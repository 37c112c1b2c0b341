import type { Audit } from '../contract/budget.ts'
import type { AuditId } from '../metrics/budget/audit.ts'
import { valueLine } from './figure-words.ts'

type Check = Audit[number]

interface AuditWords {
  readonly label: string
  /** What records are compared, so that the finding can be checked by hand. */
  readonly how: string
  /** What one is counted in. */
  readonly unit: string
}

const WORDS: Readonly<Record<AuditId, AuditWords>> = {
  statedDiffers: {
    label: '填报数与台账对不上',
    how: '手工填报的预算、支付数与同期台账合计逐一比较；写“约”“近”“余”的按所说的范围',
    unit: '个',
  },
  fundRows: {
    label: '资金来源之和不等于预算',
    how: '财政拨款 + 其他资金与预算数比较',
    unit: '项',
  },
  weights: {
    label: '权重之和不对',
    how: '各级权重与“设置”里选的权重方案比较，合计应为 100',
    unit: '张',
  },
  statedScore: {
    label: '自评得分与算法不符',
    how: '填报的得分与按规则算出的得分比较，也不能高过权重',
    unit: '项',
  },
  lowExecution: { label: '执行率低而没有原因', how: '全年执行率低于设定比例的项目', unit: '项' },
  missingReason: { label: '得分低而没有原因', how: '得分低于权重设定比例的指标', unit: '项' },
  farAbove: {
    label: '远超指标值而没有说明',
    how: '完成值超出指标值设定比例，可能是目标定低了',
    unit: '项',
  },
  noSample: { label: '满意度没有样本数', how: '满意度指标是否登记样本数', unit: '项' },
  unitJump: {
    label: '疑似元、万元混用',
    how: '预算与年初、与上年相差一千倍以上',
    unit: '项',
  },
  longReason: { label: '原因说明超过 100 字', how: '四川自评表的字数限制', unit: '项' },
  noVoucher: { label: '支付没有凭证号', how: '本年至期末的支付逐笔看', unit: '笔' },
  sharedVoucher: { label: '不同日期用同一凭证号', how: '凭证号相同而日期不同', unit: '笔' },
  repeated: { label: '疑似重复支付', how: '日期、项目、金额、收款方、摘要全相同', unit: '笔' },
  noLine: { label: '支付的项目不在预算里', how: '项目名称与预算项目逐一对照', unit: '笔' },
  overspent: { label: '超预算支付', how: '支付多于预算，或多于预算与结转之和', unit: '项' },
  notInPlace: { label: '资金没有全部到位', how: '到位资金与预算数比较', unit: '项' },
  beforeBudget: { label: '批复之前已支付', how: '支付日期早于预算批复日期', unit: '笔' },
  unexplainedChange: { label: '预算调整没有原因', how: '调整后与年初不同的项目', unit: '项' },
  roundAtYearEnd: { label: '年底整数支付', how: '12 月金额为设定整数倍的支付', unit: '笔' },
  split: {
    label: '疑似化整为零',
    how: '同一收款方短期内多笔，单笔低于限额、合计达到限额',
    unit: '笔',
  },
  twoNames: { label: '同一项目几种写法', how: '去掉“费、经费、项目”后名称相同', unit: '种' },
  allPerfect: {
    label: '全部满分而没有佐证',
    how: '项目都执行 100%、自评都 100 分时，看指标有没有佐证材料',
    unit: '项',
  },
  sameText: { label: '原因说明逐字相同', how: '不同指标用了同一段说明', unit: '项' },
}

export const auditWords = (id: AuditId): AuditWords => WORDS[id]

/** `12 笔中 2 笔，3.40 万元`; what is clean says of how many, what cannot be made says why. */
export function auditFinding({ id, state, why, count, of, amount }: Check): string {
  const { unit } = WORDS[id]
  if (state === 'unable') return `查不了：${why}`
  if (count === 0) return of === 0 ? '没有可查的记录' : `查了 ${of} ${unit}，没有发现`
  const money = amount === null || amount === 0 ? '' : `，${valueLine(amount, 'money')}`
  return id === 'allPerfect'
    ? `${count} ${unit}${money}`
    : `${of} ${unit}中 ${count} ${unit}${money}`
}

/** How many checks found something, and how many could not be made. */
export function auditTitle(audit: Audit): string {
  const found = audit.filter(({ count }) => count > 0).length
  const unable = audit.filter(({ state }) => state === 'unable').length
  const made = audit.length - unable
  return [
    made === 0 ? '没有一项能查' : found > 0 ? `${found} 项审计会问` : `能查的 ${made} 项都没有发现`,
    unable > 0 && made > 0 ? `${unable} 项查不了` : '',
  ]
    .filter((part) => part !== '')
    .join('，')
}
