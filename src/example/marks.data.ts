import type { Row } from '#shared/ledgers/define.ts'

/** What the example centre is held to; the floor of 峨边在线 is in the 2024 report's contract. */
export const EXAMPLE_TARGETS: readonly Row[] = [
  {
    label: '峨边在线每天不少于 3 条',
    metric: 'published',
    partField: 'platform',
    partValue: '峨边在线',
    kind: 'floor',
    step: 'day',
    low: '3',
    unit: '条',
    from: '2024-01-01',
    to: '2024-12-31',
    wording: '每天推文不少于 3 条（原创或转发），每季度评审',
    source: '峨边在线运维合同',
  },
  {
    label: '全年上级采用 1200 条',
    metric: 'adopted',
    kind: 'total',
    step: 'span',
    low: '1200',
    unit: '条',
    from: '2024-01-01',
    to: '2024-12-31',
    wording: '全年中省市级主流媒体采用不少于 1200 条',
    source: '2024 年目标任务书（示例）',
  },
  {
    label: '全年发布 8500 条',
    metric: 'published',
    kind: 'total',
    step: 'span',
    low: '8500',
    unit: '条',
    from: '2024-01-01',
    to: '2024-12-31',
    wording: '全年内宣发布 8500 条以上',
    source: '2024 年目标任务书（示例）',
  },
  {
    label: '全年停播不超过 30 分钟',
    metric: 'stoppage',
    kind: 'ceiling',
    step: 'span',
    high: '1800',
    unit: '秒',
    from: '2024-01-01',
    to: '2024-12-31',
    wording: '全年累计停播不超过 30 分钟',
    source: '安全播出责任书（示例）',
  },
]

/** 重保期 of the two years. */
export const EXAMPLE_PROTECTIONS: readonly Row[] = [
  { name: '2023 年全国两会', from: '2023-03-04', to: '2023-03-13', source: '省局通知（示例）' },
  { name: '2023 年国庆', from: '2023-09-28', to: '2023-10-07', source: '省局通知（示例）' },
  { name: '2024 年春节', from: '2024-02-08', to: '2024-02-17', source: '省局通知（示例）' },
  { name: '2024 年全国两会', from: '2024-03-03', to: '2024-03-12', source: '省局通知（示例）' },
  { name: '2024 年国庆', from: '2024-09-28', to: '2024-10-07', source: '省局通知（示例）' },
]

export const EXAMPLE_NOTES: readonly Row[] = [
  { from: '2024-06-03', title: '采编平台升级', detail: '发稿台账改由平台导出' },
  { from: '2024-10-03', to: '2024-10-06', title: '县庆四十周年', detail: '县庆直播与专栏集中发布' },
]
