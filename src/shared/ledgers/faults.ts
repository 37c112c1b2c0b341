import { secondsBetween } from '../time/clock.ts'
import { defineLedger, type Cell, type Row } from './define.ts'
import { CAUSE_CLASSES, FAULT_KINDS, FLAG } from './dictionaries.ts'
import { inOrder, needs, notMore } from './rules.ts'

/** 故障（停播）台账: one row a technical fault, whether or not it stopped the broadcast. */
export const faults = defineLedger({
  label: '故障台账',
  unit: '次',
  wall: 'figures',
  names: ['故障记录', '故障台账', '停播', '故障'],
  fields: {
    code: { label: '编号', kind: 'text' },
    startedAt: {
      label: '发生时间',
      kind: 'dateTime',
      required: true,
      headings: [
        '故障时间',
        '开始时间',
        '停播时间',
        '时间',
        '故障发生时间',
        '起始时间',
        '发生日期',
        '故障日期',
      ],
    },
    endedAt: {
      label: '恢复时间',
      kind: 'dateTime',
      headings: [
        '结束时间',
        '排除时间',
        '恢复播出时间',
        '恢复日期',
        '故障恢复时间',
        '排除故障时间',
      ],
    },
    channel: {
      label: '频道',
      kind: 'text',
      headings: ['影响频道', '频道/频率/平台', '频率', '平台', '频道名称', '影响范围', '播出频道'],
    },
    kind: {
      label: '影响',
      kind: 'choice',
      options: FAULT_KINDS,
      headings: ['播出影响', '影响类型'],
    },
    cause: { label: '故障类别', kind: 'text', headings: ['原因大类', '原因', '故障原因', '类别'] },
    stoppageSeconds: {
      label: '停播时长',
      kind: 'seconds',
      unit: '秒',
      headings: ['停播时间(秒)', '时长', '中断时长'],
    },
    fillerSeconds: {
      label: '其中垫播',
      kind: 'seconds',
      unit: '秒',
      headings: ['垫播时长', '垫播'],
    },
    symptom: {
      label: '现象',
      kind: 'longText',
      headings: ['故障现象', '故障内容', '故障描述', '故障情况'],
    },
    process: {
      label: '处置经过',
      kind: 'longText',
      headings: ['处置过程', '处理过程', '处理情况', '处置情况', '处置措施', '处理方法'],
    },
    handler: { label: '处置人', kind: 'text', list: 'people', headings: ['处理人', '值班员'] },
    report: { label: '上报情况', kind: 'text', headings: ['上报'] },
    grade: { label: '事件级别', kind: 'text', headings: ['级别'] },
    remedy: { label: '整改措施', kind: 'longText' },
    closedOn: { label: '关闭日期', kind: 'day' },
    statedClass: {
      label: '事件类别',
      kind: 'choice',
      options: CAUSE_CLASSES,
      headings: ['事件分类', '国家分类', '突发事件类别'],
    },
    causeClass: {
      label: '国家五类',
      kind: 'choice',
      options: CAUSE_CLASSES,
      derive: ({ statedClass, cause }) => statedClass ?? classOf(cause ?? null),
    },
    lostSeconds: { label: '计入停播', kind: 'seconds', unit: '秒', derive: lostSeconds },
    lostFiller: { label: '计入垫播', kind: 'seconds', unit: '秒', derive: lostFiller },
    stopped: {
      label: '造成停播',
      kind: 'choice',
      options: FLAG,
      derive: (row) => (Number(lostSeconds(row) ?? 0) > 0 ? 'yes' : null),
    },
  },
  key: ['code', 'startedAt', 'channel'],
  measures: {
    records: { label: '故障', on: 'startedAt' },
    stoppageSeconds: { label: '停播时长', on: 'startedAt', sum: 'lostSeconds' },
    fillerSeconds: { label: '垫播时长', on: 'startedAt', sum: 'lostFiller' },
    stops: { label: '停播', on: 'startedAt', when: { stopped: ['yes'] } },
    weighed: {
      label: '知道是否停播的',
      on: 'startedAt',
      when: { lostSeconds: 'present' },
      cuts: [],
    },
    restored: { label: '已恢复', on: 'startedAt', when: { endedAt: 'present' } },
  },
  cuts: [['channel'], ['cause'], ['causeClass'], ['causeClass', 'cause']],
  columns: ['startedAt', 'endedAt', 'channel', 'cause', 'stoppageSeconds', 'process'],
  rules: [
    inOrder(['startedAt', 'endedAt'], '恢复时间早于发生时间'),
    inOrder(['startedAt', 'closedOn'], '关闭日期早于发生时间', 'warn'),
    notMore(['stoppageSeconds', 'fillerSeconds'], '垫播比停播还长'),
    {
      id: 'stoppage-within-span',
      words: '停播时长超过发生到恢复的时间',
      fields: ['startedAt', 'endedAt', 'stoppageSeconds'],
      severity: 'warn',
      holds: fitsSpan,
    },
    needs(
      'stoppageSeconds',
      'kind',
      ({ kind }) => kind === 'stoppage' || kind === 'wrong',
      '写明停播或错播，没有停播时长',
    ),
    needs(
      'endedAt',
      'closedOn',
      ({ closedOn }) => (closedOn ?? null) !== null,
      '已经关闭，没有恢复时间',
    ),
  ],
  alike: { text: 'symptom', on: 'startedAt', days: 1, place: 'channel' },
})

/** A clock time is of a minute, so seconds may run a minute past the span. */
function fitsSpan({ startedAt, endedAt, stoppageSeconds }: Row): boolean {
  if (typeof startedAt !== 'string' || typeof endedAt !== 'string') return true
  const span = secondsBetween(startedAt, endedAt)
  return span < 0 || Number(stoppageSeconds ?? 0) <= span + 60
}

/**
 * Seconds that count as stoppage: 错播 counts, 劣播 is kept apart, what did not touch the broadcast
 * is zero. The rule is that of 事件/事故管理规定. Null where a stoppage has no time entered.
 */
function lostSeconds({ kind, stoppageSeconds }: Row): Cell {
  if (kind === 'poor') return 0
  return stoppageSeconds ?? (kind === 'none' ? 0 : null)
}

/** Filler within the stoppage; an empty cell is none. Null where the stoppage itself is not known. */
function lostFiller(row: Row): Cell {
  const lost = lostSeconds(row)
  return lost === null ? null : Math.min(Number(row.fillerSeconds ?? 0), Number(lost))
}

/** The national class a centre's own word for a cause falls under; null where no word fits. */
function classOf(cause: Cell): Cell {
  const word = String(cause ?? '').trim()
  const found = Object.entries<{ readonly label: string; readonly words: readonly string[] }>(
    CAUSE_CLASSES,
  ).find(([, { label, words }]) => label === word || words.includes(word))
  return found?.[0] ?? null
}
