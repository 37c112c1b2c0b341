import type { Row } from '#shared/ledgers/define.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { REPORT_FACTS, REPORT_SOURCE, SCORED_PROJECTS, SCORES } from './report-2024.data.ts'
import type { StatedFact } from './report-2024.data.ts'

/** 填报数据: the figures of the 2024 report, whole and as written. */
export function exampleStatedFigures(): Row[] {
  const scores = SCORED_PROJECTS.flatMap((project) =>
    SCORES.map(([item, marks]): StatedFact => [
      `score_${project}_${item}`,
      'performance',
      `${project} ${item}`,
      marks,
      '分',
      { weight: marks, project },
    ]),
  )
  return [...REPORT_FACTS, ...scores].map(statedRow)
}

function statedRow([code, area, label, value, unit, rest]: StatedFact): Row {
  return {
    code,
    label,
    area,
    value,
    unit,
    qualifier: 'exact',
    periodFrom: '2024-01-01',
    periodTo: '2024-12-31',
    periodWord: '2024年',
    source: REPORT_SOURCE,
    metric: metricStatedAs(label),
    ...rest,
  }
}

function metricStatedAs(label: string): MetricId | null {
  return METRIC_IDS.find((id) => metricOf(id).statedAs?.includes(label)) ?? null
}
