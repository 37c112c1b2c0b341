import { expect, it } from 'vitest'
import type { CheckId } from '#shared/checks/index.ts'
import { finds, type CheckCase, type Kept, type Typed } from '#test/support/check-desk.ts'

const stated = (label: string, value: string, more: Typed = {}): Typed => ({
  label,
  value,
  area: '上级采用',
  unit: '条',
  qualifier: '确数',
  periodFrom: '2024-01-01',
  periodTo: '2024-12-31',
  source: '年度总结',
  ...more,
})
const sums = (area: string, ...[first, second]: readonly string[]) => [
  stated('合计', '10', { area, code: 'all' }),
  stated('甲', first ?? '', { area, code: 'a', partOf: 'all' }),
  stated('乙', second ?? '', { area, code: 'b', partOf: 'all' }),
]
const budget = (value: string, more: Typed = {}): Typed =>
  stated('预算', value, { area: '预算绩效', unit: '万元', metric: 'budget', ...more })
const line = (project: string, more: Typed = {}): Typed => ({
  year: '2024',
  category: '项目支出',
  project,
  initial: '350000',
  ...more,
})
const indicator = (name: string, more: Typed = {}): Typed => ({
  year: '2024',
  subject: '项目',
  project: '峨边在线',
  level: '产出',
  name,
  weight: '50',
  ...more,
})
const COPIED = '保障峨边在线业务正常运营，完成年度目标。'

it.each<CheckCase>([
  [
    'statedSums',
    { statedFigures: sums('上级采用', '4', '5') },
    ['2024年合计：填报合计 10 条，分项之和（甲、乙） 9 条，相差 1 条。'],
    { statedFigures: sums('上级采用', '4', '6') },
  ],
  [
    'budgetSums',
    { statedFigures: sums('预算绩效', '4', '5') },
    ['2024年合计：填报合计 10 条，分项之和（甲、乙） 9 条，相差 1 条。'],
    { statedFigures: sums('预算绩效', '4', '6') },
  ],
  [
    'fundRows',
    { budgetLines: [line('峨边在线', { fiscal: '300000' })] },
    ['峨边在线，-5.00 万元'],
    { budgetLines: [line('峨边在线', { fiscal: '300000', otherFunds: '50000' })] },
  ],
  [
    'lowExecution',
    {
      budgetLines: [line('峨边在线')],
      payments: [{ paidOn: '2024-06-01', project: '峨边在线', amount: '100000' }],
    },
    ['峨边在线，25.00 万元'],
    {
      budgetLines: [line('峨边在线', { deviationReason: '合同推迟签订' })],
      payments: [{ paidOn: '2024-06-01', project: '峨边在线', amount: '100000' }],
    },
  ],
  [
    'farAbove',
    { indicators: [indicator('稿件', { sign: '≥', target: '100', actual: '300' })] },
    ['稿件（50 / 50）'],
    { indicators: [indicator('稿件', { sign: '≥', target: '100', actual: '110' })] },
  ],
  [
    'noSample',
    { indicators: [indicator('群众满意度', { level: '满意度', weight: '10' })] },
    ['群众满意度'],
    { indicators: [indicator('群众满意度', { level: '满意度', weight: '10', sample: '200' })] },
  ],
  [
    'scores',
    {
      indicators: [
        indicator('稿件', { sign: '≥', target: '100', actual: '50', statedScore: '50' }),
      ],
    },
    ['稿件（25 / 50）'],
    {
      indicators: [
        indicator('稿件', { sign: '≥', target: '100', actual: '50', statedScore: '25' }),
      ],
    },
  ],
  [
    'unitJump',
    { budgetLines: [line('峨边在线', { initial: '35', adjusted: '350000' })] },
    ['峨边在线，35.00 万元'],
    { budgetLines: [line('峨边在线', { adjusted: '340000' })] },
  ],
  [
    'sameText',
    { budgetLines: [line('峨边在线', { goalDone: COPIED }), line('推广', { goalDone: COPIED })] },
    ['峨边在线的目标完成情况与推广逐字相同', '推广的目标完成情况与峨边在线逐字相同'],
    {
      budgetLines: [line('峨边在线', { goalDone: COPIED }), line('推广', { goalDone: '完成。' })],
    },
  ],
  [
    'textLimits',
    { budgetLines: [line('峨边在线', { conclusion: '好'.repeat(201) })] },
    ['峨边在线的评价结论有 201 字，超过 200 字'],
    { budgetLines: [line('峨边在线', { conclusion: '好'.repeat(200) })] },
  ],
  [
    'weights',
    { indicators: [indicator('稿件', { weight: '40' }), indicator('报道', { weight: '30' })] },
    ['峨边在线的权重'],
    {
      indicators: [
        indicator('稿件'),
        indicator('收视', { level: '效益', weight: '30' }),
        indicator('满意', { level: '满意度', weight: '10' }),
      ],
    },
  ],
  [
    'statedSums',
    {
      statedFigures: [
        stated('上级采用', '11', { metric: 'adopted' }),
        stated('上半年采用', '4', { metric: 'adopted', periodTo: '2024-06-30' }),
        stated('下半年采用', '6', { metric: 'adopted', periodFrom: '2024-07-01' }),
      ],
    },
    ['2024年上级采用：填报全期 11 条，填报的 2 段之和 10 条，相差 1 条。'],
    {
      statedFigures: [
        stated('上级采用', '11', { metric: 'adopted' }),
        stated('上半年采用', '4', { metric: 'adopted', periodTo: '2024-06-30' }),
        stated('下半年采用', '7', { metric: 'adopted', periodFrom: '2024-07-01' }),
      ],
    },
  ],
  [
    'farAbove',
    { indicators: [indicator('稿件', { sign: '≥', target: '100', actual: '131' })] },
    ['稿件（50 / 50）'],
    { indicators: [indicator('稿件', { sign: '≥', target: '100', actual: '130' })] },
  ],
  [
    'textLimits',
    {
      budgetLines: [
        line('峨边在线', { deviationReason: '迟'.repeat(101), goalDone: '完'.repeat(101) }),
      ],
      indicators: [indicator('稿件', { reason: '晚'.repeat(101) })],
    },
    [
      '峨边在线的目标完成情况有 101 字，超过 100 字',
      '峨边在线的执行偏差原因有 101 字，超过 100 字',
      '稿件：偏差原因超过 100 字',
    ],
    {
      budgetLines: [line('峨边在线', { deviationReason: '迟'.repeat(100) })],
      indicators: [indicator('稿件', { reason: '晚'.repeat(100) })],
    },
  ],
  [
    'budgetSums',
    { budgetLines: [line('峨边在线')], statedFigures: [budget('36')] },
    ['预算：填报数与台账合计不同'],
    { budgetLines: [line('峨边在线')], statedFigures: [budget('35')] },
  ],
  [
    'budgetSums',
    { budgetLines: [line('峨边在线')], statedFigures: [budget('38', { qualifier: '约' })] },
    ['预算：填报数与台账合计不同'],
    { budgetLines: [line('峨边在线')], statedFigures: [budget('36', { qualifier: '约' })] },
  ],
  [
    'weights',
    {
      indicators: [
        indicator('稿件', { level: '产出', weight: '60' }),
        indicator('收视', { level: '效益', weight: '30' }),
      ],
    },
    ['峨边在线的权重'],
    {
      indicators: [
        indicator('稿件', { weight: '50' }),
        indicator('收视', { level: '效益', weight: '30' }),
        indicator('满意', { level: '满意度', weight: '10' }),
      ],
    },
  ],
])('%s finds its case, and not the one beside it', async (check, wrong, words, right, settings) => {
  expect(await finds(check, wrong, settings)).toEqual(words)
  expect(await finds(check, right, settings)).toEqual([])
})

it('looks at every indicator and every budget line, however many there are', async () => {
  const many = (last: Typed) => [
    ...Array.from({ length: 1000 }, (_, i) =>
      indicator(`满意度${i}`, { level: '满意度', weight: '10', sample: '200' }),
    ),
    indicator('最后一项', { level: '满意度', weight: '10', ...last }),
  ]
  expect(await finds('noSample', { indicators: many({}) })).toEqual(['最后一项'])
  const lines = Array.from({ length: 500 }, (_, i) => line(`项目${i}`, { code: `A${i}` }))
  const wrong = line('最后一项', { code: 'Z', fiscal: '300000' })
  expect(await finds('fundRows', { budgetLines: [...lines, wrong] })).toEqual([
    '最后一项，-5.00 万元',
  ])
})

it.each<[CheckId, Kept, string]>([
  ['budgetSums', { budgetLines: [line('峨边在线')] }, '没有写明属于哪个合计的填报数'],
  ['budgetSums', { statedFigures: [budget('36')] }, '没有写明属于哪个合计的填报数'],
  ['weights', { budgetLines: [line('峨边在线')] }, '本年没有登记绩效指标'],
])('%s cannot be made where nothing is written that it compares', async (check, kept, why) => {
  expect(await finds(check, kept)).toBe(why)
})
