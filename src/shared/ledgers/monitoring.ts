import { defineLedger } from './define.ts'
import { notMore } from './rules.ts'

/** 舆情监测日报: one row a day, the totals the duty officer writes down. */
export const monitoring = defineLedger({
  label: '舆情监测日报',
  unit: '天',
  wall: 'figures',
  names: ['监测日报', '舆情监测', '舆情日报'],
  fields: {
    day: {
      label: '日期',
      kind: 'day',
      required: true,
      isEachDay: true,
      headings: ['监测日期', '时间'],
    },
    monitored: {
      label: '监测信息',
      kind: 'count',
      unit: '条',
      headings: [
        '监测',
        '监测量',
        '监测舆情信息',
        '监测条数',
        '监测信息量',
        '监测信息数',
        '监测总量',
        '信息量',
      ],
    },
    alerted: { label: '预警', kind: 'count', unit: '条', headings: ['预警数', '预警信息'] },
    forwarded: { label: '转发', kind: 'count', unit: '条', headings: ['转办', '转办数'] },
    pushed: { label: '推送', kind: 'count', unit: '条', headings: ['报送', '推送数'] },
    dutyOfficer: { label: '值班人', kind: 'text', list: 'people', headings: ['值班员', '填报人'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day'],
  measures: {
    records: { label: '日报', on: 'day' },
    monitored: { label: '监测', on: 'day', sum: 'monitored' },
    alerted: { label: '预警', on: 'day', sum: 'alerted' },
    forwarded: { label: '转发', on: 'day', sum: 'forwarded' },
    pushed: { label: '推送', on: 'day', sum: 'pushed' },
  },
  cuts: [],
  columns: ['day', 'monitored', 'alerted', 'forwarded', 'pushed', 'dutyOfficer'],
  rules: [
    notMore(['monitored', 'alerted'], '预警多于监测信息'),
    notMore(['alerted', 'forwarded'], '转发多于预警'),
    notMore(['alerted', 'pushed'], '推送多于预警'),
  ],
})
