import { defineLedger } from './define.ts'
import { MAINTENANCE_IMPACTS, MAINTENANCE_KINDS } from './dictionaries.ts'
import { inOrder } from './rules.ts'

/** 检修台账: one row a maintenance of a channel; regular breaks stand in the settings. */
export const maintenance = defineLedger({
  label: '检修台账',
  unit: '次',
  names: ['检修台账', '检修记录', '停机检修', '检修'],
  fields: {
    code: { label: '编号', kind: 'text' },
    channel: {
      label: '频道',
      kind: 'text',
      required: true,
      headings: ['检修频道', '影响频道', '频率', '频道/频率'],
    },
    startedAt: {
      label: '检修开始',
      kind: 'dateTime',
      required: true,
      headings: ['开始时间', '检修开始时间', '停机时间'],
    },
    endedAt: {
      label: '检修结束',
      kind: 'dateTime',
      headings: ['结束时间', '检修结束时间', '开机时间'],
    },
    kind: {
      label: '检修性质',
      kind: 'choice',
      options: MAINTENANCE_KINDS,
      headings: ['检修类型', '性质'],
    },
    impact: {
      label: '停播与否',
      kind: 'choice',
      options: MAINTENANCE_IMPACTS,
      headings: ['是否停播', '播出影响'],
    },
    reportedOn: {
      label: '报备日期',
      kind: 'day',
      headings: ['报批日期', '申报日期', '报备时间'],
    },
    content: { label: '检修内容', kind: 'longText', headings: ['内容', '检修项目'] },
    handler: { label: '检修人', kind: 'text', list: 'people', headings: ['检修人员', '负责人'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['code', 'startedAt', 'channel'],
  measures: { records: { label: '检修', on: 'startedAt' } },
  cuts: [['channel']],
  columns: ['startedAt', 'endedAt', 'channel', 'kind', 'impact', 'reportedOn', 'content'],
  rules: [
    inOrder(['startedAt', 'endedAt'], '检修结束早于开始'),
    inOrder(['reportedOn', 'startedAt'], '检修开始以后才报备', 'warn'),
  ],
})
