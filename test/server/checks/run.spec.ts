import { expect, it } from 'vitest'
import { finds, type CheckCase, type Typed } from '#test/support/check-desk.ts'

const piece = (more: Typed): Typed => ({
  day: '2024-10-03',
  title: '县庆晚会今晚直播',
  platform: '爱峨边',
  form: '图文',
  ...more,
})
const adoption = (more: Typed): Typed => ({
  day: '2024-05-27',
  work: '黑竹沟游人如织',
  outlet: '乐山日报',
  level: '市级',
  ...more,
})
const OUTLETS = [{ name: '乐山日报', aliases: '乐报', level: '市级' }]
const fault = (startedAt: string, endedAt: string, more: Typed = {}): Typed => ({
  startedAt,
  endedAt,
  channel: '综合频道',
  kind: '停播',
  stoppageSeconds: '60秒',
  ...more,
})
const CHANNELS = { channels: [{ name: '综合频道', dueSecondsPerDay: 64_800 }] }
const work = (startedAt: string, more: Typed = {}): Typed => ({
  channel: '综合频道',
  startedAt,
  kind: '计划检修',
  impact: '停播',
  reportedOn: '2024-01-01',
  ...more,
})
const GUARDED = [{ name: '国庆', from: '2024-09-28', to: '2024-10-08' }]
const alert = (more: Typed): Typed => ({
  alertedAt: '2024-10-03 09:00',
  title: '网民反映公交班次少',
  level: 'Ⅲ级',
  ...more,
})
const months = (last: string) => [
  ...Array.from({ length: 11 }, (_, i) => ({
    day: `2024-${String(i + 1).padStart(2, '0')}-05`,
    monitored: '100',
  })),
  { day: '2024-12-05', monitored: last },
]
it.each<CheckCase>([
  [
    'sameReviewer',
    { pieces: [piece({ firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '甲' })] },
    ['爱峨边《县庆晚会今晚直播》一审、三审都是甲'],
    { pieces: [piece({ firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '丙' })] },
  ],
  [
    'publishedEarly',
    { pieces: [piece({ publishedAt: '2024-10-03 09:00', signedAt: '2024-10-03 09:10' })] },
    ['爱峨边《县庆晚会今晚直播》10-03 09:00 发布，10-03 09:10 才签发'],
    { pieces: [piece({ publishedAt: '2024-10-03 09:10', signedAt: '2024-10-03 09:00' })] },
  ],
  [
    'dormant',
    { pieces: [piece({ day: '2024-12-16' })] },
    ['爱峨边到 2024-12-31 已 15 天没有发稿'],
    { pieces: [piece({ day: '2024-12-17' })] },
  ],
  [
    'overdue',
    { alerts: [alert({ outcome: '已答复' })] },
    [
      'Ⅲ级（黄）预警《网民反映公交班次少》时限 2024-10-05 09:00 已过，没有办结；写了处置情况，没有办结时间',
    ],
    { alerts: [alert({ outcome: '已答复', closedAt: '2024-10-04 09:00' })] },
  ],
  [
    'stoppages',
    {
      faults: [
        fault('2024-04-23 09:00', '2024-04-23 09:10'),
        fault('2024-04-23 09:05', '2024-04-23 09:20'),
      ],
    },
    ['综合频道时间重叠：与同频道 2024-04-23 09:00 起的一次时间重叠，停播可能重复计'],
    {
      faults: [
        fault('2024-04-23 09:00', '2024-04-23 09:10'),
        fault('2024-04-23 09:10', '2024-04-23 09:20'),
      ],
    },
    CHANNELS,
  ],
  [
    'protection',
    { protections: GUARDED, maintenance: [work('2024-10-01 22:00')] },
    ['综合频道重保期内检修：落在重保期“国庆”内'],
    { protections: GUARDED, maintenance: [work('2024-10-09 22:00')] },
  ],
  [
    'scoredTwice',
    { adoptions: [adoption({ code: '1' }), adoption({ code: '2', day: '2024-05-30' })] },
    ['乐山日报《黑竹沟游人如织》与 2024-05-27 的一条同题，相隔 3 天'],
    { adoptions: [adoption({ code: '1' }), adoption({ code: '2', outlet: '四川日报' })] },
  ],
  [
    'leaps',
    { monitoring: months('1000') },
    ['12月监测信息 1,000 条，前 11 个月大致在 80 条 到 125 条之间，请核实'],
    { monitoring: months('120') },
  ],
  [
    'outletLevels',
    { outlets: OUTLETS, adoptions: [adoption({ level: '省级' }), adoption({ outlet: '某报' })] },
    ['乐山日报台账记作省级，名录是市级（1 条采用）', '某报不在媒体名录里（1 条采用）'],
    {
      outlets: OUTLETS,
      adoptions: [adoption({}), adoption({ outlet: '乐报', day: '2024-06-30' })],
    },
  ],
])('%s finds its case, and not the one beside it', async (check, wrong, words, right, settings) => {
  expect(await finds(check, wrong, settings)).toEqual(words)
  expect(await finds(check, right, settings)).toEqual([])
})
