import { addDays } from '../time/day.ts'
import { defineLedger, type Cell, type Row } from './define.ts'
import { CLOSURES, RECTIFICATION_STATES } from './activity-words.ts'
import { inOrder, needs } from './rules.ts'

/** 整改台账: one row a finding of an inspection, audit or review, followed until it is closed. */
export const rectifications = defineLedger({
  label: '整改台账',
  unit: '项',
  names: ['整改台账', '问题整改', '巡视整改', '巡察整改', '整改清单', '问题清单'],
  fields: {
    code: { label: '编号', kind: 'text', headings: ['问题编号'] },
    foundOn: {
      label: '交办日期',
      kind: 'day',
      required: true,
      headings: ['发现日期', '反馈日期', '提出日期', '交办时间', '反馈时间', '日期'],
    },
    source: {
      label: '问题来源',
      kind: 'text',
      required: true,
      headings: ['来源', '反馈单位', '检查单位', '巡察单位', '出处'],
    },
    finding: {
      label: '反馈问题',
      kind: 'longText',
      required: true,
      headings: [
        '具体问题',
        '存在问题',
        '问题',
        '问题描述',
        '问题表现',
        '存在的问题',
        '反馈的问题',
        '整改问题',
        '问题内容',
      ],
    },
    measure: { label: '整改措施', kind: 'longText', headings: ['措施', '整改要求'] },
    owner: {
      label: '整改责任人',
      kind: 'text',
      headings: ['责任人', '牵头领导', '责任领导', '责任单位'],
    },
    department: {
      label: '责任部门',
      kind: 'text',
      list: 'departments',
      headings: ['责任股室', '牵头部门'],
    },
    dueOn: {
      label: '整改期限',
      kind: 'day',
      headings: ['整改时限', '完成时限', '期限', '截止日期'],
    },
    doneOn: {
      label: '完成日期',
      kind: 'day',
      headings: ['整改完成日期', '完成时间', '整改完成时间', '销号日期'],
    },
    state: {
      label: '整改状态',
      kind: 'choice',
      options: RECTIFICATION_STATES,
      headings: ['状态', '整改进度', '是否完成', '完成情况', '进展'],
    },
    outcome: { label: '整改成效', kind: 'longText', headings: ['整改结果', '整改情况', '成效'] },
    closure: { label: '办理', kind: 'choice', options: CLOSURES, derive: closure },
    lateOn: { label: '逾期起', kind: 'day', derive: lateOn },
    caughtUpOn: { label: '逾期后完成', kind: 'day', derive: caughtUpOn },
  },
  key: ['code', 'foundOn', 'source', 'finding'],
  measures: {
    records: { label: '整改事项', on: 'foundOn' },
    followed: {
      label: '跟踪的整改事项',
      on: 'foundOn',
      when: { closure: ['dated', 'open'] },
      cuts: [],
    },
    done: { label: '完成整改', on: 'doneOn', cuts: [] },
    late: { label: '到期未完成', on: 'lateOn', cuts: [] },
    caughtUp: { label: '逾期后完成', on: 'caughtUpOn', cuts: [] },
  },
  cuts: [['source'], ['closure']],
  columns: ['foundOn', 'source', 'finding', 'owner', 'dueOn', 'doneOn', 'state'],
  rules: [
    inOrder(['foundOn', 'doneOn'], '完成日期早于交办日期'),
    inOrder(['foundOn', 'dueOn'], '整改期限早于交办日期', 'warn'),
    needs('doneOn', 'state', ({ state }) => state === 'done', '状态是已完成，没有完成日期'),
  ],
  alike: { text: 'finding', on: 'foundOn', days: 30 },
})

/** A finding said to be done without a day can be followed on no time axis. */
function closure({ doneOn, state }: Row): Cell {
  if ((doneOn ?? null) !== null) return 'dated'
  return state === 'done' || state === 'closed' ? 'undated' : 'open'
}

/** The day after the limit, for what was not done by it; a limit reached is not yet overdue. */
function lateOn(row: Row): Cell {
  const { dueOn, doneOn } = row
  if (typeof dueOn !== 'string' || closure(row) === 'undated') return null
  const isInTime = typeof doneOn === 'string' && doneOn <= dueOn
  return isInTime ? null : addDays(dueOn, 1)
}

/** When what ran over its limit was done after all. */
function caughtUpOn(row: Row): Cell {
  return lateOn(row) === null ? null : (row.doneOn ?? null)
}
