import { defineLedger } from './define.ts'
import { FAULT_KINDS } from './dictionaries.ts'

/** 故障（停播）台账: one row a technical fault, whether or not it stopped the broadcast. */
export const faults = defineLedger({
  label: '故障台账',
  unit: '次',
  names: ['故障记录', '故障台账', '停播', '故障'],
  fields: {
    code: { label: '编号', kind: 'text' },
    startedAt: {
      label: '发生时间',
      kind: 'dateTime',
      required: true,
      headings: ['故障时间', '开始时间', '停播时间', '时间'],
    },
    endedAt: {
      label: '恢复时间',
      kind: 'dateTime',
      headings: ['结束时间', '排除时间', '恢复播出时间'],
    },
    channel: {
      label: '频道',
      kind: 'text',
      headings: ['影响频道', '频道/频率/平台', '频率', '平台'],
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
    symptom: { label: '现象', kind: 'longText', headings: ['故障现象'] },
    process: {
      label: '处置经过',
      kind: 'longText',
      headings: ['处置过程', '处理过程', '处理情况'],
    },
    handler: { label: '处置人', kind: 'text', list: 'people', headings: ['处理人', '值班员'] },
    report: { label: '上报情况', kind: 'text', headings: ['上报'] },
    grade: { label: '事件级别', kind: 'text', headings: ['级别'] },
    remedy: { label: '整改措施', kind: 'longText' },
    closedOn: { label: '关闭日期', kind: 'day' },
  },
  key: ['code', 'startedAt', 'channel'],
  measures: {
    records: { label: '故障', on: 'startedAt' },
    stoppageSeconds: { label: '停播时长', on: 'startedAt', sum: 'stoppageSeconds' },
    fillerSeconds: { label: '垫播时长', on: 'startedAt', sum: 'fillerSeconds' },
    restored: { label: '已恢复', on: 'startedAt', when: { endedAt: 'present' } },
  },
  cuts: [['channel'], ['cause']],
  columns: ['startedAt', 'endedAt', 'channel', 'cause', 'stoppageSeconds', 'process'],
})
