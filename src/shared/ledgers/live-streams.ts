import { defineLedger } from './define.ts'
import { notMore } from './rules.ts'

/** 直播台账: one row a live stream on one platform; viewers of platforms may be the same people. */
export const liveStreams = defineLedger({
  label: '直播台账',
  unit: '场',
  names: ['直播台账', '直播记录', '直播统计', '直播'],
  fields: {
    day: {
      label: '直播日期',
      kind: 'day',
      required: true,
      headings: ['日期', '直播时间', '开播日期', '开播时间'],
    },
    title: {
      label: '直播标题',
      kind: 'text',
      required: true,
      headings: ['直播名称', '直播主题', '直播内容', '活动名称', '标题', '场次名称'],
    },
    platform: {
      label: '直播平台',
      kind: 'text',
      required: true,
      list: 'platforms',
      headings: ['平台', '账号', '开播账号'],
    },
    minutes: {
      label: '直播时长',
      kind: 'count',
      unit: '分钟',
      headings: ['时长', '直播分钟', '直播时长(分钟)', '时长(分钟)'],
    },
    viewers: {
      label: '观看人次',
      kind: 'count',
      unit: '人次',
      headings: [
        '观看量',
        '观看次数',
        '累计观看',
        '观看数',
        '总观看',
        '场观',
        '累计观看人次',
        '观看总人次',
      ],
      mayBe: ['观看人数', '累计观看人数', '观众人数', '在线观看', '观看'],
    },
    peak: {
      label: '最高在线',
      kind: 'count',
      unit: '人',
      headings: ['最高在线人数', '同时在线峰值', '峰值', '在线峰值', '最高同时在线'],
    },
    link: { label: '链接', kind: 'link', headings: ['回看链接', '直播链接', '网址'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day', 'title', 'platform'],
  measures: {
    records: { label: '直播', on: 'day' },
    viewers: { label: '观看人次', on: 'day', sum: 'viewers' },
    minutes: { label: '直播分钟', on: 'day', sum: 'minutes' },
    watched: { label: '登记了观看的直播', on: 'day', when: { viewers: 'present' } },
  },
  cuts: [['platform']],
  columns: ['day', 'title', 'platform', 'minutes', 'viewers', 'peak'],
  rules: [notMore(['viewers', 'peak'], '最高在线多于观看人次')],
  alike: { text: 'title', on: 'day', days: 3, place: 'platform' },
})
