import { REPORT_SOURCE } from './report-2024.data.ts'

/** 核对说明: one difference of the report that somebody has begun to look into. */
export const EXAMPLE_EXPLANATIONS = [
  {
    pair: `sum|${REPORT_SOURCE}|ad_total|中省市级主流媒体采用|2024-01-01|2024-12-31`,
    label: '中省市级主流媒体采用',
    state: 'open',
    note: '国家级、省级、市级之和与台账都是 1,245 条，报告合计写 1,246 条，待向撰稿人核实。',
  },
] as const
