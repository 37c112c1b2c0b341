import { defineLedger, type Cell, type Row } from './define.ts'
import { CHECK_RESULTS, DANGER_STATES } from './dictionaries.ts'
import { inOrder, needs } from './rules.ts'

/** 检查台账: one row a check of equipment, fire safety, network or playout. */
export const checks = defineLedger({
  label: '安全检查台账',
  unit: '次',
  wall: 'figures',
  names: ['检查记录', '检查台账', '安全检查', '巡检'],
  fields: {
    code: { label: '编号', kind: 'text' },
    day: {
      label: '检查日期',
      kind: 'day',
      required: true,
      headings: ['日期', '检查时间', '时间', '巡检日期', '巡检时间', '巡查日期', '巡查时间'],
    },
    category: {
      label: '检查类别',
      kind: 'text',
      required: true,
      headings: ['检查类型', '类别', '类型'],
    },
    place: {
      label: '检查对象',
      kind: 'text',
      headings: ['检查部位', '部位', '检查地点', '巡检地点', '巡检对象', '检查位置', '检查场所'],
    },
    item: { label: '检查项目', kind: 'text', headings: ['项目', '检查内容'] },
    checker: {
      label: '检查人',
      kind: 'text',
      list: 'people',
      headings: ['巡检人', '检查人员', '巡查人', '巡检人员', '巡查人员'],
    },
    result: {
      label: '检查结果',
      kind: 'choice',
      options: CHECK_RESULTS,
      required: true,
      headings: ['结果', '检查情况', '巡检情况', '巡检结果', '运行情况'],
    },
    danger: {
      label: '发现问题',
      kind: 'longText',
      headings: [
        '隐患描述',
        '问题',
        '存在问题',
        '隐患',
        '问题描述',
        '存在隐患',
        '发现的问题',
        '发现隐患',
      ],
    },
    remedy: {
      label: '整改措施',
      kind: 'longText',
      headings: ['整改情况', '处理措施', '整改落实情况', '处理情况', '处理结果'],
    },
    owner: { label: '整改责任人', kind: 'text', headings: ['责任人'] },
    dueOn: { label: '整改期限', kind: 'day', headings: ['整改时限', '整改完成期限', '限期整改'] },
    fixedOn: {
      label: '整改完成日期',
      kind: 'day',
      headings: ['完成日期', '整改完成时间', '整改日期'],
    },
    reviewer: { label: '复查人', kind: 'text', headings: ['复查'] },
    recheckedOn: { label: '复查日期', kind: 'day', headings: ['复查时间', '复核日期'] },
    dangerState: {
      label: '隐患状态',
      kind: 'choice',
      options: DANGER_STATES,
      derive: dangerState,
    },
  },
  key: ['code', 'day', 'category', 'place', 'item'],
  measures: {
    records: { label: '检查', on: 'day' },
    dangers: { label: '发现隐患', on: 'day', when: { result: ['danger'] } },
    fixed: { label: '隐患整改', on: 'fixedOn', when: { result: ['danger'] }, cuts: [] },
    rechecked: { label: '隐患复查', on: 'recheckedOn', when: { result: ['danger'] }, cuts: [] },
  },
  cuts: [['category'], ['place'], ['result'], ['category', 'place']],
  columns: ['day', 'category', 'place', 'result', 'danger', 'fixedOn', 'checker'],
  rules: [
    inOrder(['day', 'fixedOn'], '整改完成早于检查'),
    inOrder(['day', 'dueOn'], '整改期限早于检查', 'warn'),
    inOrder(['fixedOn', 'recheckedOn'], '复查早于整改完成', 'warn'),
    needs(
      'danger',
      'result',
      ({ result }) => result === 'danger',
      '结果是有隐患，没有写发现的问题',
    ),
    needs(
      'fixedOn',
      'recheckedOn',
      ({ recheckedOn }) => (recheckedOn ?? null) !== null,
      '已经复查，没有整改完成日期',
    ),
  ],
})

/** A re-check stands by its day or, where ledgers keep none, by who did it. */
function dangerState({ result, fixedOn, reviewer, recheckedOn }: Row): Cell {
  if (result !== 'danger') return null
  if ((recheckedOn ?? null) !== null) return 'rechecked'
  if ((fixedOn ?? null) === null) return 'open'
  return (reviewer ?? null) === null ? 'fixed' : 'rechecked'
}
