import { defineLedger } from './define.ts'
import { EXERCISE_RESULTS } from './activity-words.ts'
import { needs } from './rules.ts'

/** 应急演练台账: one row an exercise of an emergency plan. */
export const exercises = defineLedger({
  label: '应急演练台账',
  unit: '次',
  names: ['应急演练', '演练台账', '演练记录', '演练'],
  fields: {
    day: {
      label: '演练日期',
      kind: 'day',
      required: true,
      headings: ['日期', '演练时间', '开展时间', '开展日期'],
    },
    category: {
      label: '演练类别',
      kind: 'text',
      required: true,
      headings: ['演练类型', '类别', '类型', '预案名称', '应急预案'],
    },
    scenario: {
      label: '演练场景',
      kind: 'longText',
      required: true,
      headings: ['演练内容', '演练科目', '演练项目', '场景', '模拟场景', '演练名称', '演练主题'],
    },
    participants: {
      label: '参演人数',
      kind: 'count',
      unit: '人',
      headings: ['参加人数', '参演人员数', '人数', '参与人数'],
    },
    leader: {
      label: '组织者',
      kind: 'text',
      list: 'people',
      headings: ['演练负责人', '总指挥', '组织人', '负责人'],
    },
    result: {
      label: '演练结果',
      kind: 'choice',
      options: EXERCISE_RESULTS,
      headings: ['演练效果', '结果', '评估结论', '演练评估'],
    },
    problems: {
      label: '发现问题数',
      kind: 'count',
      unit: '个',
      headings: ['问题数', '问题个数', '发现问题个数'],
    },
    problem: {
      label: '发现问题',
      kind: 'longText',
      headings: ['存在问题', '问题', '不足', '问题描述'],
    },
    remedy: { label: '改进措施', kind: 'longText', headings: ['整改措施', '改进情况'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day', 'category', 'scenario'],
  measures: {
    records: { label: '应急演练', on: 'day' },
    participants: { label: '参演人次', on: 'day', sum: 'participants' },
    troubled: { label: '发现问题的演练', on: 'day', when: { problem: 'present' } },
    problems: { label: '演练发现问题', on: 'day', sum: 'problems' },
  },
  cuts: [['category']],
  columns: ['day', 'category', 'scenario', 'participants', 'result', 'problems', 'problem'],
  rules: [
    needs(
      'problem',
      'problems',
      ({ problems }) => Number(problems ?? 0) > 0,
      '记了问题数，没有写发现的问题',
    ),
  ],
})
