import { beforeAll, expect, it } from 'vitest'
import { CHECK_IDS, checkOf, type CheckId } from '#shared/checks/index.ts'
import { readChecks, type ChecksAnswer } from '#shared/contract/checks.ts'
import { addRecords } from '#shared/contract/records.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import type { Kept } from '#test/support/check-desk.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const stated = { unit: '条', qualifier: '确数', source: '年度总结' }
const year = { periodFrom: '2024-01-01', periodTo: '2024-12-31' }
const sums = (area: string, code: string) => [
  { ...stated, ...year, area, code, label: `${area}合计`, value: '10' },
  { ...stated, ...year, area, code: `${code}1`, label: `${area}甲`, value: '4', partOf: code },
  { ...stated, ...year, area, code: `${code}2`, label: `${area}乙`, value: '5', partOf: code },
]
const line = { year: '2024', category: '项目支出', initial: '350000', fiscal: '300000' }
const indicator = { year: '2024', subject: '项目', project: '峨边在线', weight: '40' }
const adoption = { work: '黑竹沟游人如织', outlet: '乐山日报', level: '省级' }
const fault = { channel: '综合频道', kind: '停播', stoppageSeconds: '60秒' }
const COPIED = '保障业务正常运营。'.repeat(12)

/** Records in which each of the twenty finds something. */
const WRONG: Kept = {
  pieces: [
    {
      day: '2024-10-03',
      title: '县庆晚会今晚直播',
      platform: '爱峨边',
      form: '图文',
      firstReviewer: '甲',
      secondReviewer: '乙',
      finalReviewer: '甲',
      publishedAt: '2024-10-03 09:00',
      signedAt: '2024-10-03 09:10',
    },
  ],
  outlets: [{ name: '乐山日报', level: '市级' }],
  adoptions: [
    { ...adoption, code: '1', day: '2024-05-27' },
    { ...adoption, code: '2', day: '2024-05-30' },
  ],
  monitoring: Array.from({ length: 12 }, (_, i) => ({
    day: `2024-${String(i + 1).padStart(2, '0')}-05`,
    monitored: i === 11 ? '1000' : '100',
  })),
  alerts: [{ alertedAt: '2024-10-03 09:00', title: '网民反映公交班次少', level: 'Ⅲ级' }],
  faults: [
    { ...fault, startedAt: '2024-04-23 09:00', endedAt: '2024-04-23 09:10' },
    { ...fault, startedAt: '2024-04-23 09:05', endedAt: '2024-04-23 09:20' },
  ],
  maintenance: [
    { channel: '综合频道', startedAt: '2024-10-01 22:00', kind: '计划检修', impact: '停播' },
  ],
  budgetLines: [
    { ...line, project: '峨边在线', goalDone: COPIED },
    { ...line, project: '推广', goalDone: COPIED },
    { ...line, project: '设备更新', initial: '35', adjusted: '350000' },
  ],
  payments: [{ paidOn: '2024-06-01', project: '峨边在线', amount: '100000' }],
  indicators: [
    { ...indicator, level: '产出', name: '稿件', sign: '≥', target: '100', actual: '300' },
    {
      ...indicator,
      level: '产出',
      name: '报道',
      sign: '≥',
      target: '100',
      actual: '50',
      statedScore: '40',
    },
    { ...indicator, level: '满意度', name: '群众满意度', weight: '10' },
  ],
  statedFigures: [...sums('上级采用', 'a'), ...sums('预算绩效', 'b')],
}

const HALVES = [0, 1].map((half) => CHECK_IDS.filter((_, at) => at % 2 === half))
let whole: ChecksAnswer
let halves: ChecksAnswer[]
let acknowledged: ChecksAnswer

beforeAll(async () => {
  const desk = testDesk()
  for (const [ledger, rows] of Object.entries(WRONG))
    await ask(desk, addRecords, `/ledgers/${ledger}/records`, { rows })
  const board = (off: readonly CheckId[]) => async (): Promise<ChecksAnswer> => {
    const checks = { ...DEFAULT_SETTINGS.checks, off: [...off] }
    await ask(desk, saveSettings, '/settings', { ...DEFAULT_SETTINGS, checks })
    return ask(desk, readChecks, '/boards/checks?p=2024')
  }
  halves = []
  for (const off of HALVES) halves.push(await board(off)())
  whole = await board([])()
  const rows = CHECK_IDS.map((check) => {
    const first = whole.findings.find((each) => each.check === check)
    return { label: checkOf(check).label, finding: first?.key ?? '', note: `已知：${check}` }
  })
  await ask(desk, addRecords, '/ledgers/acknowledgements/records', { rows })
  acknowledged = await board([])()
})

const answer = (board: ChecksAnswer | undefined, id: CheckId) => {
  const { state, count, open } = board?.checks.find(({ check }) => check === id) ?? {}
  return { state, count, open, listed: board?.findings.filter(({ check }) => check === id).length }
}

it('there are twenty', () => {
  expect(CHECK_IDS.map((id) => checkOf(id).number)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  )
})

it.each(CHECK_IDS)('%s is switched off by itself', (check) => {
  const found = answer(whole, check)
  expect(found).toMatchObject({ state: 'checked', count: found.listed, open: found.listed })
  expect(found.count).toBeGreaterThan(0)
  const half = HALVES.findIndex((each) => each.includes(check))
  expect(answer(halves[half], check)).toEqual({ state: 'off', count: 0, open: 0, listed: 0 })
  expect(answer(halves[1 - half], check)).toEqual(found)
})

it.each(CHECK_IDS)('what %s found is acknowledged one by one, and stays listed', (check) => {
  const { count = 0 } = answer(whole, check)
  expect(answer(acknowledged, check)).toEqual({
    state: 'checked',
    count,
    open: count - 1,
    listed: count,
  })
  const known = acknowledged.findings.filter((each) => each.check === check && each.known !== null)
  expect(known.map((each) => each.known?.note)).toEqual([`已知：${check}`])
})
