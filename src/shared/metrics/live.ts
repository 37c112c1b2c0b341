import { defineMetric } from './define.ts'

export const liveMetrics = {
  lives: defineMetric({
    label: '直播',
    unit: '场',
    better: 'up',
    definition: '直播台账中直播日期在期内的场数；同一活动在几个平台直播，按平台分别计一场。',
    formula: { kind: 'sum', ledger: 'liveStreams', measure: 'records' },
    by: ['platform'],
  }),
  liveViewers: defineMetric({
    label: '直播观看',
    unit: '人次',
    better: 'up',
    definition:
      '期内各场直播登记的观看人次之和；一个人看几场、在几个平台看都重复计，不是人数；没有登记的场次不计，另列。',
    formula: { kind: 'sum', ledger: 'liveStreams', measure: 'viewers' },
    by: ['platform'],
  }),
  livesWatched: defineMetric({
    label: '登记了观看的直播',
    unit: '场',
    better: 'none',
    definition: '期内登记了观看人次的直播场数。',
    formula: { kind: 'sum', ledger: 'liveStreams', measure: 'watched' },
  }),
  viewersPerLive: defineMetric({
    label: '场均观看',
    unit: '人次',
    better: 'up',
    definition: '直播观看人次 ÷ 登记了观看人次的直播场数；没有登记的场次两边都不计。',
    formula: { kind: 'ratio', top: 'liveViewers', bottom: 'livesWatched' },
  }),
  campaignsRunning: defineMetric({
    label: '在办专栏',
    unit: '个',
    better: 'none',
    definition: '专栏名录中截至期末已开设、还没有结束的个数；结束日期当天起不再计。',
    formula: { kind: 'standing', ledger: 'campaigns', opened: 'records', closed: 'ended' },
  }),
}
