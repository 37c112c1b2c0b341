import { defineLedger } from './define.ts'
import { MEETING_KINDS } from './activity-words.ts'
import { notMore } from './rules.ts'

/** 会议与学习台账: one row a meeting, study session or party activity that was held. */
export const meetings = defineLedger({
  label: '会议与学习台账',
  unit: '次',
  names: ['会议与学习', '会议台账', '会议记录', '学习台账', '中心组学习', '编委会', '党建台账'],
  fields: {
    day: {
      label: '会议日期',
      kind: 'day',
      required: true,
      headings: [
        '日期',
        '召开日期',
        '召开时间',
        '会议时间',
        '学习时间',
        '学习日期',
        '活动时间',
        '活动日期',
        '时间',
        '开会时间',
      ],
    },
    kind: {
      label: '会议类型',
      kind: 'choice',
      options: MEETING_KINDS,
      required: true,
      headings: ['会议类别', '会议名称', '类型', '类别', '学习形式'],
    },
    topic: {
      label: '议题',
      kind: 'longText',
      required: true,
      headings: [
        '会议主题',
        '会议议题',
        '学习内容',
        '主要内容',
        '会议内容',
        '主题',
        '内容',
        '学习主题',
        '活动主题',
        '活动内容',
        '研判内容',
        '会议事项',
      ],
    },
    chair: { label: '主持人', kind: 'text', list: 'people', headings: ['主持', '召集人'] },
    expected: {
      label: '应到人数',
      kind: 'count',
      unit: '人',
      headings: ['应到', '应参会人数', '应出席人数'],
    },
    attended: {
      label: '实到人数',
      kind: 'count',
      unit: '人',
      headings: ['实到', '参会人数', '参加人数', '出席人数', '到会人数'],
    },
    minutes: {
      label: '会议纪要',
      kind: 'link',
      headings: ['纪要', '纪要链接', '会议记录链接', '记录链接'],
    },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day', 'kind', 'topic'],
  measures: {
    records: { label: '会议与学习', on: 'day' },
    expected: { label: '应到', on: 'day', sum: 'expected', when: { attended: 'present' } },
    attended: { label: '实到', on: 'day', sum: 'attended', when: { expected: 'present' } },
  },
  cuts: [['kind']],
  columns: ['day', 'kind', 'topic', 'chair', 'attended', 'expected', 'minutes'],
  rules: [notMore(['expected', 'attended'], '实到人数多于应到')],
  alike: { text: 'topic', on: 'day', days: 3 },
})
