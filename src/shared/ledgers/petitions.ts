import { defineLedger, type Cell, type Row } from './define.ts'
import { SATISFACTIONS } from './dictionaries.ts'
import { inOrder, needs } from './rules.ts'

/** All that lateness is judged by at reading time, so that changed limits hold at once. */
export const PETITION_TIMES = ['source', 'category', 'limitOn', 'answeredOn'] as const

/** 信访件台账: one row a petition or hotline order (心连心 12345, 海棠社区 …). */
export const petitions = defineLedger({
  label: '信访件台账',
  unit: '件',
  names: ['信访', '信访件', '民意诉求', '12345'],
  fields: {
    code: { label: '编号', kind: 'text', headings: ['工单号', '信访编号'] },
    receivedOn: {
      label: '收件日期',
      kind: 'day',
      required: true,
      headings: [
        '受理日期',
        '来件日期',
        '日期',
        '受理时间',
        '来件时间',
        '接件时间',
        '接件日期',
        '登记日期',
      ],
    },
    source: {
      label: '来源',
      kind: 'text',
      required: true,
      headings: ['渠道', '来件渠道', '信访渠道', '来源渠道', '受理渠道'],
    },
    petitioner: {
      label: '诉求人',
      kind: 'text',
      citizen: 'named',
      headings: ['信访人', '来电人', '联系人', '反映人', '来信人', '投诉人'],
    },
    category: { label: '类别', kind: 'text', headings: ['诉求类别', '信访类别', '类型'] },
    content: {
      label: '内容',
      kind: 'longText',
      headings: [
        '诉求内容',
        '信访内容',
        '反映问题',
        '事项',
        '诉求事项',
        '反映内容',
        '主要诉求',
        '来信内容',
        '投诉内容',
      ],
    },
    department: {
      label: '承办股室',
      kind: 'text',
      list: 'departments',
      headings: ['承办部门', '承办单位', '办理单位', '责任部门'],
    },
    handler: { label: '承办人', kind: 'text', list: 'people', headings: ['经办人'] },
    dueOn: { label: '办理时限', kind: 'day', headings: ['答复时限', '截止日期'] },
    extendedTo: {
      label: '延期至',
      kind: 'day',
      headings: ['延期到', '延期时限', '延长至', '延期后时限'],
    },
    answeredOn: {
      label: '答复日期',
      kind: 'day',
      headings: ['办结日期', '回复日期', '答复时间', '办结时间', '回复时间'],
    },
    outcome: {
      label: '办理结果',
      kind: 'longText',
      headings: ['办理情况', '答复内容', '回复内容', '处理结果', '答复情况'],
    },
    satisfaction: {
      label: '回访满意度',
      kind: 'choice',
      options: SATISFACTIONS,
      headings: ['满意度'],
    },
    limitOn: { label: '写明的时限', kind: 'day', derive: limitOn },
  },
  key: ['code', 'receivedOn', 'source', 'content'],
  measures: {
    records: { label: '收件', on: 'receivedOn' },
    answered: { label: '已答复', on: 'receivedOn', when: { answeredOn: 'present' } },
    asked: {
      label: '已回访',
      on: 'receivedOn',
      when: { satisfaction: ['satisfied', 'fair', 'dissatisfied'] },
    },
    followedUp: {
      label: '写明回访情况的',
      on: 'receivedOn',
      when: { satisfaction: 'present' },
      cuts: [],
    },
    satisfied: { label: '满意', on: 'receivedOn', when: { satisfaction: ['satisfied'] } },
  },
  cuts: [['source'], ['category'], ['satisfaction'], PETITION_TIMES],
  columns: [
    'receivedOn',
    'source',
    'category',
    'content',
    'department',
    'dueOn',
    'answeredOn',
    'satisfaction',
  ],
  rules: [
    inOrder(['receivedOn', 'answeredOn'], '答复日期早于收件日期'),
    inOrder(['receivedOn', 'dueOn'], '办理时限早于收件日期', 'warn'),
    inOrder(['dueOn', 'extendedTo'], '延期后的时限早于原来的时限', 'warn'),
    needs(
      'answeredOn',
      'satisfaction',
      ({ satisfaction }) => ['satisfied', 'fair', 'dissatisfied'].includes(String(satisfaction)),
      '已有回访结果，没有答复日期',
    ),
    needs(
      'answeredOn',
      'outcome',
      ({ outcome }) => (outcome ?? null) !== null,
      '已有办理结果，没有答复日期',
    ),
  ],
  alike: { text: 'content', on: 'receivedOn', days: 15, place: 'source' },
})

/** The limit its record states: the extension where there is one. */
function limitOn({ dueOn, extendedTo }: Row): Cell {
  return extendedTo ?? dueOn ?? null
}
