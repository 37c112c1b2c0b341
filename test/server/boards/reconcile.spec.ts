import { beforeAll, describe, expect, it } from 'vitest'
import { readReconcile, type Pair, type ReconcileAnswer } from '#shared/contract/reconcile.ts'
import { addRecords, listRecords, readRecord } from '#shared/contract/records.ts'
import { ask, ownExample } from '#test/support/memory-desk.ts'

const desk = await ownExample()
let year: ReconcileAnswer

beforeAll(async () => {
  year = await ask(desk, readReconcile, '/boards/reconcile?p=2024')
})

const short = ({ kind, label, left, right, difference, causes }: Pair) => ({
  pair: `${kind} ${label}`,
  sides: [left.value, right.value, difference],
  causes: causes.map((cause) => cause.kind),
})

describe('the report of 2024 beside its ledgers', () => {
  it('differs in three places, each with its likely cause', () => {
    expect(year.pairs.filter(({ agrees }) => !agrees).map(short)).toEqual([
      { pair: 'stated 上级采用', sides: [1246, 1245, 1], causes: ['statedSum'] },
      { pair: 'growth 上级采用同比增减', sides: [198, 197, 1], causes: ['statedGrowth'] },
      { pair: 'sum 中省市级主流媒体采用', sides: [1246, 1245, 1], causes: ['statedSum'] },
    ])
  })

  it('agrees in the others, which have no cause', () => {
    const agreeing = year.pairs.filter(({ agrees }) => agrees)
    expect(agreeing.map(short).slice(0, 3)).toEqual([
      { pair: 'stated 图文', sides: [7798, 7798, 0], causes: [] },
      { pair: 'stated 视频', sides: [987, 987, 0], causes: [] },
      { pair: 'stated 国家级采用', sides: [166, 166, 0], causes: [] },
    ])
    expect(agreeing.every(({ causes }) => causes.length === 0)).toBe(true)
  })

  it('has figures that nothing can be held against, with the reason', () => {
    const [photos] = year.unpaired
    expect(photos).toMatchObject({ label: '老旧峨边照片', wording: '140余期', why: 'noMetric' })
    const paired = new Set(year.pairs.map(({ record }) => record))
    expect(year.unpaired.filter(({ record }) => paired.has(record))).toEqual([])
  })

  it('counted totals equal their parts with what is left empty', () => {
    const origin = year.wholes.find((row) => row.metric === 'published' && row.field === 'origin')
    expect(origin).toMatchObject({ whole: 8785, parts: 8785, named: 2, unnamed: 1335 })
    expect(year.wholes.filter(({ whole, parts }) => whole !== parts)).toEqual([])
  })

  it('of a month two ledgers are held against each other for that month', async () => {
    const october = await ask(desk, readReconcile, '/boards/reconcile?p=2024-10')
    expect(october.pairs.filter(({ kind }) => kind === 'ledgers').map(short)).toEqual([
      { pair: 'ledgers 舆情预警', sides: [163, 163, 0], causes: [] },
      { pair: 'ledgers 转发', sides: [7, 7, 0], causes: [] },
      { pair: 'ledgers 推送', sides: [6, 6, 0], causes: [] },
    ])
  })
})

describe('an explanation', () => {
  const explained = async () => {
    const { pairs } = await ask(desk, readReconcile, '/boards/reconcile?p=2024')
    return pairs.find(({ kind, label }) => kind === 'sum' && label === '中省市级主流媒体采用')
  }
  const write = (note: string, state: string) =>
    ask(desk, addRecords, '/ledgers/explanations/records', {
      rows: [{ pair: year.pairs[2]?.id ?? '', label: '中省市级主流媒体采用', note, state }],
      why: '口径核对',
    })

  it('stands beside its pair with who wrote it; written again it keeps what was there before', async () => {
    expect((await explained())?.explanation).toMatchObject({ state: 'open', by: '测试员' })
    await write('报告合计应为 1,245 条', '已说明')
    const { explanation } = (await explained()) ?? {}
    expect(explanation).toMatchObject({ state: 'explained', note: '报告合计应为 1,245 条' })
    const { history } = await ask(
      desk,
      readRecord,
      `/ledgers/explanations/records/${explanation?.record}`,
    )
    expect(history.map(({ why, before }) => [why, before.state])).toEqual([['口径核对', 'open']])
  })

  it('changes neither side', async () => {
    const total = async (address: string) => (await ask(desk, listRecords, address)).total
    expect(await total('/ledgers/adoptions/records?measure=records&p=2024')).toBe(1245)
    expect((await explained())?.left.value).toBe(1246)
  })
})
