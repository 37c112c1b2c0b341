import type { Component } from 'vue'
import type { Card } from '#shared/boards/define.ts'
import AnswerChart from '../charts/AnswerChart.vue'
import LineChart from '../charts/LineChart.vue'
import PartMonthsChart from '../charts/PartMonthsChart.vue'
import RankingChart from '../charts/RankingChart.vue'

/** The component that draws each kind of chart a board may name; all take `answer` and `marks`. */
export const CHART_CARDS: Readonly<Record<Exclude<Card['kind'], 'tiles'>, Component>> = {
  stack: AnswerChart,
  lines: LineChart,
  ranking: RankingChart,
  multiples: PartMonthsChart,
}
