import type { Row } from '#shared/ledgers/define.ts'

type Sheet = Pick<Row, 'year' | 'subject' | 'project'>

const of = (sheet: Sheet, rows: readonly Row[]): Row[] => rows.map((row) => ({ ...sheet, ...row }))

const satisfaction = (name: string): Row => ({
  level: 'satisfaction',
  second: '服务对象满意度',
  name,
  sign: 'atLeast',
  target: '90',
  measureUnit: '%',
  actual: '100',
  weight: '10',
  rule: 'ratio',
})

const benefit = (name: string): Row => ({
  level: 'benefit',
  second: '社会效益',
  name,
  sign: 'qualitative',
  weight: '30',
  rule: 'tier',
  tier: 'reached',
  statedScore: '30',
})

const output = (second: string, name: string, weight: string, rest: Row): Row => ({
  level: 'output',
  second,
  name,
  weight,
  rule: 'ratio',
  ...rest,
})

const count = (sign: string, target: string, actual: string, measureUnit: string): Row => ({
  sign,
  target,
  actual,
  measureUnit,
})

/**
 * 绩效指标 of the example. The scores of 2024 are the report's (each project 100, the department 98),
 * the indicators behind them and all of 2023 are invented. One project goes by a second name, as it
 * does in the report; satisfaction names no sample, as there.
 */
export const EXAMPLE_INDICATORS: readonly Row[] = [
  ...of({ year: '2024', subject: 'department', project: null }, [
    output('数量指标', '发布图文视频', '15', count('atLeast', '8000', '8785', '条')),
    output('数量指标', '上级媒体采用', '15', count('atLeast', '1100', '1245', '条')),
    output('数量指标', '舆情监测', '10', count('atLeast', '60000', '70838', '条')),
    output('质量指标', '技术故障次数', '10', {
      ...count('atMost', '5', '7', '次'),
      rule: 'deduction',
      deduction: '0.5',
      deductionStep: '1',
    }),
    {
      level: 'management',
      second: '预算管理',
      name: '预算调整率',
      ...count('atMost', '0', '0', '%'),
      weight: '3',
      rule: 'steps',
      steps: '≤0:3；≤10:2；≤20:1；≤30:0.5',
    },
    {
      level: 'management',
      second: '制度管理',
      name: '管理制度健全性',
      sign: 'qualitative',
      weight: '7',
      rule: 'tier',
      tier: 'reached',
      statedScore: '7',
    },
    { ...benefit('舆论引导成效'), weight: '20', statedScore: '19' },
    satisfaction('群众满意度'),
  ]),
  ...of({ year: '2024', subject: 'project', project: '峨边在线项目' }, [
    output('数量指标', '公众号发布', '20', count('atLeast', '1098', '1098', '条')),
    output('质量指标', '内容差错', '15', count('atMost', '0', '0', '次')),
    output('时效指标', '季度考核', '15', count('equal', '4', '4', '次')),
    benefit('本地信息传播'),
    satisfaction('读者满意度'),
  ]),
  ...of({ year: '2024', subject: 'project', project: '推广服务及保障安全播出项目' }, [
    output('数量指标', '安全播出检查', '20', count('atLeast', '60', '64', '次')),
    output('质量指标', '设备完好率', '15', count('atLeast', '95', '100', '%')),
    output('质量指标', '技术故障次数', '15', count('atMost', '10', '7', '次')),
    benefit('安全播出保障'),
    satisfaction('受众满意度'),
  ]),
  ...of({ year: '2024', subject: 'project', project: '数字化建设项目' }, [
    output('数量指标', '购置设备', '20', count('atLeast', '3', '3', '套')),
    output('质量指标', '验收合格率', '15', count('equal', '100', '100', '%')),
    output('时效指标', '完成月份', '15', count('atMost', '12', '12', '月')),
    benefit('制作能力提升'),
    satisfaction('使用人员满意度'),
  ]),
  ...of({ year: '2023', subject: 'project', project: '推广服务费及保障安全播出经费项目' }, [
    output('数量指标', '安全播出检查', '20', count('atLeast', '60', '51', '次')),
    output('质量指标', '设备完好率', '15', count('atLeast', '95', '96', '%')),
    output('质量指标', '技术故障次数', '15', {
      ...count('atMost', '8', '10', '次'),
      reason: '老旧播出设备更换前故障偏多，已列入 2024 年购置计划。',
    }),
    { ...benefit('安全播出保障'), tier: 'partly', statedScore: '22.5' },
    { ...satisfaction('受众满意度'), actual: '93', sample: 120 },
  ]),
]
