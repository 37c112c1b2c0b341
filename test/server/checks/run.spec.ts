import { expect, it } from 'vitest'
import type { CheckId } from '#shared/checks/index.ts'
import { readChecks } from '#shared/contract/checks.ts'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import { finds, type CheckCase, type Kept, type Typed } from '#test/support/check-desk.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

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
const petition = (more: Typed): Typed => ({
  receivedOn: '2024-10-03',
  source: '心连心',
  content: '反映路灯不亮',
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
  [
    'overdue',
    { petitions: [petition({ outcome: '已电话回复' })] },
    ['心连心信访件“反映路灯不亮”写了办理结果，没有答复日期'],
    { petitions: [petition({ answeredOn: '2024-10-08' })] },
  ],
  [
    'scoredTwice',
    {
      adoptions: [
        adoption({ code: '1', link: 'https://a.cn/1' }),
        adoption({ code: '2', work: '又一篇', day: '2024-05-30', link: 'https://a.cn/1' }),
      ],
    },
    ['乐山日报《又一篇》与 2024-05-27 的一条链接相同，相隔 3 天'],
    {
      adoptions: [
        adoption({ code: '1', link: 'https://a.cn/1' }),
        adoption({ code: '2', work: '又一篇', day: '2024-05-30', link: 'https://a.cn/2' }),
      ],
    },
  ],
  [
    'leaps',
    { monitoring: months('5') },
    ['12月监测信息 5 条，前 11 个月大致在 80 条 到 125 条之间，请核实'],
    { monitoring: months('90') },
  ],
  [
    'outletLevels',
    { outlets: [{ name: '乐山日报' }], adoptions: [adoption({})] },
    ['乐山日报在名录里没有级别（1 条采用）'],
    { outlets: OUTLETS, adoptions: [adoption({})] },
  ],
  [
    'overdue',
    {
      alerts: [alert({}), alert({ title: '二', closedAt: '2024-11-03 09:00' })],
    },
    ['Ⅲ级（黄）预警《网民反映公交班次少》时限 2024-10-05 09:00 已过，没有办结'],
    { alerts: [alert({ alertedAt: '2024-10-03 09:00', closedAt: '2024-11-03 09:00' })] },
  ],
  [
    'protection',
    { maintenance: [work('2024-10-01 22:00', { reportedOn: '2024-10-02' })] },
    ['综合频道未事先报备：2024-10-02 才报备，这段时间仍计应播'],
    { maintenance: [work('2024-10-01 22:00', { reportedOn: '2024-10-01' })] },
  ],
  [
    'protection',
    { protections: GUARDED, maintenance: [work('2024-09-28 00:00')] },
    ['综合频道重保期内检修：落在重保期“国庆”内'],
    { protections: GUARDED, maintenance: [work('2024-09-27 22:00')] },
  ],
  [
    'outletLevels',
    {
      outlets: [...OUTLETS, { name: '乐至日报', aliases: '乐报', level: '市级' }],
      adoptions: [adoption({ outlet: '乐报' })],
    },
    ['乐报是名录里几家媒体共有的又名（1 条采用）'],
    { outlets: OUTLETS, adoptions: [adoption({ outlet: '乐报' }), adoption({ level: '' })] },
  ],
  [
    'leaps',
    { monitoring: [...months('100').slice(0, 6), { day: '2024-07-05', monitored: '126' }] },
    ['7月监测信息 126 条，前 6 个月大致在 80 条 到 125 条之间，请核实'],
    { monitoring: [...months('100').slice(0, 6), { day: '2024-07-05', monitored: '125' }] },
  ],
])('%s finds its case, and not the one beside it', async (check, wrong, words, right, settings) => {
  expect(await finds(check, wrong, settings)).toEqual(words)
  expect(await finds(check, right, settings)).toEqual([])
})

it.each<[CheckId, Kept, string]>([
  ['sameReviewer', { pieces: [piece({})] }, '这段时间的发稿没有一条填了审签人'],
  ['publishedEarly', { pieces: [piece({})] }, '这段时间的发稿没有一条填了签发时间'],
  ['overdue', { pieces: [piece({})] }, '这段时间没有登记舆情预警台账、信访件台账'],
  ['stoppages', { pieces: [piece({})] }, '这段时间没有登记故障台账、检修台账'],
  [
    'protection',
    { protections: GUARDED, faults: [fault('2024-10-01 09:00', '2024-10-01 09:10')] },
    '这段时间没有登记检修台账',
  ],
  ['leaps', {}, '没有一项数字在这之前有 6 个月可比'],
  ['leaps', { monitoring: months('1000').slice(-6) }, '没有一项数字在这之前有 6 个月可比'],
  ['scoredTwice', { pieces: [piece({})] }, '这段时间没有登记上级采用'],
  ['outletLevels', { pieces: [piece({})] }, '这段时间没有登记上级采用'],
  ['dormant', {}, '这段时间没有登记发稿'],
  ['dormant', { pieces: [piece({ day: '2023-06-30' })] }, '这段时间没有登记发稿'],
])('%s cannot be made where nothing is written that it compares', async (check, kept, why) => {
  expect(await finds(check, kept)).toBe(why)
})

it('a check of two ledgers says which of them it could not look at', async () => {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/alerts/records', {
    rows: [alert({ closedAt: '2024-10-03 10:00' })],
  })
  const { checks, period } = await ask(desk, readChecks, '/boards/checks')
  // What the menu counts is what the page opens on.
  expect(period.key).toBe('2024')
  expect(checks.find(({ check }) => check === 'overdue')).toMatchObject({
    state: 'checked',
    count: 0,
    why: '信访件台账没有登记这段时间，没有查',
  })
})

it('without a 重保期, stops for maintenance are still asked whether they were reported', async () => {
  const desk = testDesk()
  const { reportedOn: _, ...unreported } = work('2024-10-01 22:00')
  await ask(desk, addRecords, '/ledgers/maintenance/records', { rows: [unreported] })
  const { checks } = await ask(desk, readChecks, '/boards/checks?p=2024')
  expect(checks.find(({ check }) => check === 'protection')).toMatchObject({
    state: 'checked',
    count: 1,
    why: '没有登记重保期，只查了有没有报备',
  })
})

it('what 16 found leads to just the records it counts', async () => {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/outlets/records', { rows: OUTLETS })
  const rows = [
    adoption({ work: '甲', level: '省级' }),
    adoption({ work: '乙', level: '省级', day: '2024-06-01' }),
    adoption({ work: '丙' }),
    adoption({ work: '丁', outlet: '某报' }),
  ]
  await ask(desk, addRecords, '/ledgers/adoptions/records', { rows })
  const { findings } = await ask(desk, readChecks, '/boards/checks?p=2024')
  const said = findings.filter(({ check }) => check === 'outletLevels')
  const held = await Promise.all(
    said.map(async ({ what, place }) => {
      const query = place.kind === 'records' ? new URLSearchParams(place.query).toString() : ''
      const page = await ask(desk, listRecords, `/ledgers/adoptions/records?${query}`)
      return [what, page.total]
    }),
  )
  expect(held).toEqual([
    ['乐山日报台账记作省级，名录是市级（2 条采用）', 2],
    ['某报不在媒体名录里（1 条采用）', 1],
  ])
})

it('a check that is switched off finds nothing, another severity puts it elsewhere', async () => {
  const desk = testDesk()
  const twice = piece({ firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '甲' })
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows: [twice] })
  const answer = async (checks: Partial<typeof DEFAULT_SETTINGS.checks>) => {
    const own = { ...DEFAULT_SETTINGS.checks, ...checks }
    await ask(desk, saveSettings, '/settings', { ...DEFAULT_SETTINGS, checks: own })
    const board = await ask(desk, readChecks, '/boards/checks?p=2024')
    const { state, count, severity } =
      board.checks.find(({ check }) => check === 'sameReviewer') ?? {}
    const findings = board.findings.filter(({ check }) => check === 'sameReviewer')
    return [state, count, severity, findings.length]
  }
  expect(await answer({})).toEqual(['checked', 1, 'warning', 1])
  expect(await answer({ severities: [{ check: 'sameReviewer', severity: 'error' }] })).toEqual([
    'checked',
    1,
    'error',
    1,
  ])
  expect(await answer({ off: ['sameReviewer'] })).toEqual(['off', 0, 'warning', 0])
})
