import { defineLedger, type Cell, type Row } from './define.ts'
import { ALERT_LEVELS, HANDLINGS, HANDLING_SPANS } from './dictionaries.ts'
import { secondsBetween } from '../time/clock.ts'
import { inOrder } from './rules.ts'

/** All that lateness is judged by at reading time, so that changed limits hold at once. */
export const ALERT_TIMES = [
  'level',
  'dueSeconds',
  'handlingSeconds',
  'actingSeconds',
  'closedOn',
  'openAt',
] as const

const BY = [['level'], ['platform'], ['township'], ['topic'], ['handling']] as const

/** 舆情预警台账: one row an alert, from finding to close. */
export const alerts = defineLedger({
  label: '舆情预警台账',
  unit: '条',
  wall: 'figures',
  names: ['预警台账', '舆情预警', '舆情台账', '预警'],
  fields: {
    code: { label: '编号', kind: 'text', headings: ['序列号', '预警编号'] },
    alertedAt: {
      label: '发现时间',
      kind: 'dateTime',
      required: true,
      headings: [
        '预警时间',
        '监测时间',
        '发现日期',
        '时间',
        '日期',
        '预警日期',
        '收集时间',
        '上报日期',
        '监测日期',
        '报送时间',
      ],
    },
    platform: {
      label: '来源平台',
      kind: 'text',
      headings: ['平台', '来源', '媒体类型', '信息来源', '舆情来源', '发布平台', '来源媒体'],
    },
    account: {
      label: '账号/昵称',
      kind: 'text',
      citizen: 'named',
      headings: ['昵称', '网民昵称', '账号', '作者'],
    },
    title: {
      label: '标题/摘要',
      kind: 'text',
      required: true,
      citizen: 'mentioned',
      headings: [
        '标题',
        '摘要',
        '信息标题',
        '内容',
        '舆情内容',
        '舆情标题',
        '舆情事件',
        '信息内容',
        '主要内容',
        '内容摘要',
      ],
    },
    link: { label: '链接', kind: 'link', headings: ['原文链接', '网址'] },
    township: {
      label: '涉及区域',
      kind: 'text',
      list: 'townships',
      headings: ['涉及地', '乡镇', '涉及乡镇', '区域', '所属乡镇', '乡镇街道', '涉及乡镇街道'],
    },
    unit: {
      label: '涉事单位',
      kind: 'text',
      citizen: 'mentioned',
      headings: ['涉及部门', '责任单位', '涉及单位', '涉事部门', '相关单位'],
    },
    topic: { label: '类别', kind: 'text', list: 'topics', headings: ['舆情类型', '领域', '分类'] },
    level: {
      label: '预警级别',
      kind: 'choice',
      wall: 'words',
      options: ALERT_LEVELS,
      headings: ['等级', '级别', '预警等级', '舆情等级', '舆情级别', '风险等级'],
    },
    handling: {
      label: '处置方式',
      kind: 'choice',
      options: HANDLINGS,
      headings: ['处置', '办理方式', '处理方式'],
    },
    assignee: {
      label: '转办单位',
      kind: 'text',
      headings: ['承办单位', '发送对象', '推送对象', '交办单位', '转办部门', '转交单位'],
    },
    dueAt: {
      label: '要求办结时间',
      kind: 'dateTime',
      headings: ['要求反馈时限', '办理时限', '截止时间'],
    },
    actedAt: {
      label: '首次处置时间',
      kind: 'dateTime',
      headings: ['转办时间', '首报时间', '首次处置', '处置时间', '首次回应时间'],
    },
    closedAt: {
      label: '办结时间',
      kind: 'dateTime',
      headings: ['反馈时间', '办结日期', '销号时间', '完成时间'],
    },
    outcome: {
      label: '处置情况',
      kind: 'longText',
      headings: [
        '办理情况',
        '处理结果',
        '处置结果',
        '处理情况',
        '办理结果',
        '处置进展',
        '进展情况',
      ],
    },
    dutyOfficer: {
      label: '值班员',
      kind: 'text',
      list: 'people',
      headings: ['值班人', '经办人', '值班人员', '监测员', '舆情员'],
    },
    handlingSeconds: {
      label: '办理用时',
      kind: 'seconds',
      unit: '秒',
      derive: (row) => secondsAfterAlert(row, 'closedAt'),
    },
    actingSeconds: {
      label: '首次处置用时',
      kind: 'seconds',
      unit: '秒',
      derive: (row) => secondsAfterAlert(row, 'actedAt'),
    },
    dueSeconds: {
      label: '写明的时限',
      kind: 'seconds',
      unit: '秒',
      derive: (row) => secondsAfterAlert(row, 'dueAt'),
    },
    closedOn: { label: '办结日', kind: 'day', derive: closedOn },
    openAt: { label: '未办结起点', kind: 'dateTime', derive: openAt },
    handlingSpan: {
      label: '办理用时段',
      kind: 'choice',
      options: HANDLING_SPANS,
      derive: handlingSpan,
    },
    matter: { label: '事项', kind: 'text', citizen: 'mentioned', derive: matter },
  },
  key: ['code', 'alertedAt', 'title'],
  measures: {
    records: {
      label: '预警',
      on: 'alertedAt',
      cuts: [...BY, ['township', 'topic'], ['matter'], ALERT_TIMES],
    },
    forwarded: { label: '转发', on: 'alertedAt', when: { handling: ['forwarded'] } },
    pushed: { label: '推送', on: 'alertedAt', when: { handling: ['pushed'] } },
    directed: { label: '写明处置方式的', on: 'alertedAt', when: { handling: 'present' }, cuts: [] },
    closed: { label: '办结', on: 'closedAt' },
    handled: {
      label: '已办结的预警',
      on: 'alertedAt',
      when: { closedAt: 'present' },
      cuts: [...BY, ['handlingSeconds']],
    },
    acted: {
      label: '有首次处置时间的预警',
      on: 'alertedAt',
      when: { actedAt: 'present' },
      cuts: [...BY, ['actingSeconds']],
    },
  },
  cuts: BY,
  columns: [
    'alertedAt',
    'level',
    'title',
    'platform',
    'township',
    'handling',
    'closedAt',
    'handlingSeconds',
  ],
  rules: [
    inOrder(['alertedAt', 'closedAt'], '办结时间早于发现时间'),
    inOrder(['alertedAt', 'actedAt'], '首次处置早于发现', 'warn'),
    inOrder(['actedAt', 'closedAt'], '办结早于首次处置', 'warn'),
    inOrder(['alertedAt', 'dueAt'], '要求办结的时间早于发现', 'warn'),
  ],
  alike: { text: 'title', on: 'alertedAt', days: 2, place: 'platform' },
})

/** Seconds from finding to a later moment; nothing where one is missing or they stand the wrong way. */
function secondsAfterAlert(row: Row, field: string): Cell {
  const { alertedAt, [field]: moment } = row
  if (typeof alertedAt !== 'string' || typeof moment !== 'string') return null
  const seconds = secondsBetween(alertedAt, moment)
  return seconds < 0 ? null : seconds
}

function closedOn({ closedAt }: Row): Cell {
  return typeof closedAt === 'string' ? closedAt.slice(0, 10) : null
}

/** When an alert that is still open was found. */
function openAt({ alertedAt, closedAt }: Row): Cell {
  return closedAt === null ? (alertedAt ?? null) : null
}

/** Within which span it was closed; the last one holds all that took longer. */
function handlingSpan(row: Row): Cell {
  const seconds = secondsAfterAlert(row, 'closedAt')
  if (typeof seconds !== 'number') return null
  const span = Object.entries(HANDLING_SPANS).find(([, { upTo }]) => seconds <= upTo)
  return span?.[0] ?? null
}

/** The title without signs and spaces, so that one matter written in two ways is found as one. */
function matter({ title }: Row): Cell {
  const letters = typeof title === 'string' ? title.replace(/[^\p{L}\p{N}]+/gu, '') : ''
  return letters === '' ? null : letters.toLowerCase()
}
