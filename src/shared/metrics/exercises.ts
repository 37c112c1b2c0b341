import { defineMetric } from './define.ts'

export const exerciseMetrics = {
  exercised: defineMetric({
    label: '应急演练',
    unit: '次',
    better: 'up',
    definition: '应急演练台账中演练日期在期内的次数。',
    formula: { kind: 'sum', ledger: 'exercises', measure: 'records' },
    by: ['category'],
  }),
  exerciseParticipants: defineMetric({
    label: '参演',
    unit: '人次',
    better: 'up',
    definition: '期内各次演练登记的参演人数之和；一人参加几次重复计。',
    formula: { kind: 'sum', ledger: 'exercises', measure: 'participants' },
  }),
  exerciseProblems: defineMetric({
    label: '演练发现问题',
    unit: '个',
    better: 'none',
    definition: '期内各次演练登记的发现问题个数之和；没有登记个数的演练不计，另列。',
    formula: { kind: 'sum', ledger: 'exercises', measure: 'problems' },
  }),
  dutyShifts: defineMetric({
    label: '值班',
    unit: '班',
    better: 'none',
    definition: '值班台账中值班日期在期内的班数；双人双岗的一班一行，计一班。',
    formula: { kind: 'sum', ledger: 'duties', measure: 'records' },
    by: ['shift'],
  }),
  nilReported: defineMetric({
    label: '已报零报告',
    unit: '班',
    better: 'up',
    definition: '期内零报告写明“已报”的班数；没有填写的不当作已报。',
    formula: { kind: 'sum', ledger: 'duties', measure: 'reported', needs: 'answered' },
  }),
  nilReportRate: defineMetric({
    label: '零报告率',
    unit: 'ratio',
    better: 'up',
    definition: '已报零报告的班数 ÷ 值班班数；没有填写的也在分母里。',
    formula: { kind: 'ratio', top: 'nilReported', bottom: 'dutyShifts' },
  }),
}
