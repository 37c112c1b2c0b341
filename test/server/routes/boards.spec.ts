import { describe, expect, it } from 'vitest'
import { boardSchema, type BoardAnswer } from '#shared/contract/boards.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { readFigure } from '#shared/contract/figures.ts'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { loadExample, removeExample } from '#shared/contract/imports.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { ask, exampleDesk, testDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()

const board = (address: string) => ask(desk, readOverview, address)

function figureOf({ answers }: BoardAnswer, metric: MetricId) {
  return answers.find((answer) => answer.metric === metric)?.figure
}

describe('总览 of the example year', () => {
  it('holds the figures of the 2024 report', async () => {
    const overview = await board('/boards/overview?p=2024')
    const counted = (value: number) => ({ state: 'counted', value, complete: true })
    expect(figureOf(overview, 'publishedText')).toMatchObject(counted(7798))
    expect(figureOf(overview, 'publishedVideo')).toMatchObject(counted(987))
    expect(figureOf(overview, 'adopted')).toMatchObject(counted(1245))
    expect(figureOf(overview, 'monitored')).toMatchObject(counted(70838))
    expect(figureOf(overview, 'alerted')).toMatchObject(counted(1362))
    expect(figureOf(overview, 'forwarded')).toMatchObject(counted(48))
    expect(figureOf(overview, 'pushed')).toMatchObject(counted(42))
    expect(figureOf(overview, 'checked')).toMatchObject(counted(64))
    expect(figureOf(overview, 'faulted')).toMatchObject(counted(7))
    expect(figureOf(overview, 'budget')).toMatchObject(counted(426_450_000))
    expect(figureOf(overview, 'paid')).toMatchObject(counted(426_450_000))
    expect(figureOf(overview, 'executionRate')).toMatchObject(counted(1))
  })

  it('breaks adoptions down by level', async () => {
    const { answers } = await board('/boards/overview?p=2024')
    const adopted = answers.find((answer) => answer.metric === 'adopted')
    const parts = Object.fromEntries(
      (adopted?.parts ?? []).map(({ value, figure }) => [
        value,
        figure.state === 'counted' && figure.value,
      ]),
    )
    expect(parts).toEqual({ municipal: 603, provincial: 476, national: 166 })
  })

  it('names the ledgers that know nothing of the period', async () => {
    const absent = async (p: string) => (await board(`/boards/overview?p=${p}`)).absent
    expect(await absent('2024')).toEqual(['statedFigures'])
    expect(await absent('2024-12')).toEqual(['submissions', 'duties', 'statedFigures'])
    expect(await absent('2022')).toContain('adoptions')
  })

  it('says that 1,246 stated stand against 1,245 counted, and corrects neither', async () => {
    const { disagreements } = await board('/boards/overview?p=2024')
    const differing = disagreements.filter((pair) => !pair.agrees)
    expect(differing).toContainEqual(
      expect.objectContaining({
        metric: 'adopted',
        difference: 1,
        left: expect.objectContaining({ value: 1246, words: '填报' }),
        right: expect.objectContaining({ value: 1245, source: '上级采用台账' }),
      }),
    )
    expect(differing).toContainEqual(
      expect.objectContaining({
        label: '中省市级主流媒体采用',
        left: expect.objectContaining({ words: '填报合计', value: 1246 }),
        right: expect.objectContaining({ value: 1245 }),
      }),
    )
    expect(disagreements.some((pair) => pair.agrees && pair.metric === 'alerted')).toBe(true)
  })

  it('gives adoptions 18.8 % more than the 1,048 of the year before', async () => {
    const { answers } = await board('/boards/overview?p=2024')
    const adopted = answers.find((answer) => answer.metric === 'adopted')
    expect(adopted?.yoy?.change).toEqual({
      kind: 'percent',
      ratio: (1245 - 1048) / 1048,
      from: 1048,
    })
  })

  it('opens on the last month that has data', async () => {
    expect((await board('/boards/overview')).chosen.key).toBe('2024-12')
  })

  it('adds 12 months of parts to the year', async () => {
    const { answers } = await board('/boards/overview?p=2024-10')
    const published = answers.find((answer) => answer.metric === 'published')
    expect(published?.months).toHaveLength(12)
    for (const { figure, parts } of published?.months ?? []) {
      const sum = parts.reduce((so, { amount }) => so + (amount ?? 0), 0)
      expect(figure).toMatchObject({ value: sum })
    }
  })
})

describe('every board', () => {
  it.each(BOARD_IDS)('%s answers month, quarter, half, year, range and 累计', async (id) => {
    for (const query of [
      'p=2024-10',
      'p=2024-Q3',
      'p=2024-H1',
      'p=2024',
      'p=2024-01-15..2024-03-20',
      'p=2024-10&v=cum',
    ]) {
      const answer = await ask(
        desk,
        { method: 'GET', output: boardSchema },
        `/boards/${id}?${query}`,
      )
      expect(answer.board).toBe(id)
      for (const { figure } of answer.answers)
        expect(figure.state === 'none' || Number.isFinite(figure.value)).toBe(true)
    }
  })

  it('refuses a period it cannot read, with a code and what to do', async () => {
    const response = await desk.app.request('/api/boards/overview?p=2024-13')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: 'REQUEST_PERIOD_INVALID',
      fix: '用 2024、2024-10、2024-Q3、2024-H1 或 2024-01-01..2024-03-15。',
      requestId: expect.any(String),
    })
  })

  it('answers one metric alone as well', async () => {
    const answer = await ask(desk, readFigure, '/figures/adopted?p=2024&by=level')
    expect(answer.figure).toMatchObject({ value: 1245 })
    expect(answer.parts).toHaveLength(3)
  })
})

describe('the records behind a figure', () => {
  const total = async (address: string) =>
    (await ask(desk, listRecords, `/ledgers/${address}`)).total

  it('are as many as the figure says', async () => {
    const overview = await board('/boards/overview?p=2024-10')
    const value = (metric: MetricId) => {
      const figure = figureOf(overview, metric)
      return figure?.state === 'counted' ? figure.value : null
    }
    expect(await total('pieces/records?measure=records&p=2024-10')).toBe(value('published'))
    expect(await total('adoptions/records?measure=records&p=2024-10')).toBe(value('adopted'))
    expect(await total('alerts/records?measure=forwarded&p=2024-10')).toBe(value('forwarded'))
    expect(await total('alerts/records?measure=records&at=open&until=closed&p=2024-10')).toBe(
      value('openAlerts'),
    )
  })

  it('of one part are as many as the part says', async () => {
    const answer = await ask(desk, readFigure, '/figures/adopted?p=2024-10&by=level')
    const national = answer.parts.find((part) => part.value === 'national')?.figure
    const found = await total('adoptions/records?measure=records&p=2024-10&where=level:national')
    expect(national).toMatchObject({ state: 'counted', value: found })
  })

  it('of a sum come with the sum', async () => {
    const page = await ask(
      desk,
      listRecords,
      '/ledgers/payments/records?measure=amount&at=year&p=2024-10',
    )
    const paid = figureOf(await board('/boards/overview?p=2024-10'), 'paid')
    expect(paid).toMatchObject({ value: page.sum })
  })

  it('are refused for a field the ledger does not have', async () => {
    const response = await desk.app.request('/api/ledgers/pieces/records?where=colour:red')
    expect(await response.json()).toMatchObject({ code: 'REQUEST_FILTER_INVALID' })
  })
})

describe('answers kept by a browser', () => {
  it('are confirmed until something is written', async () => {
    const own = testDesk()
    const write = (title: string) =>
      ask(own, addRecords, '/ledgers/pieces/records', {
        rows: [{ day: '2024-10-08', title, platform: '爱峨边', form: '图文' }],
      })
    await write('晒秋')
    const first = await own.app.request('/api/boards/overview?p=2024')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await own.app.request('/api/boards/overview?p=2024', { headers })).status).toBe(304)
    await write('坝坝会')
    expect((await own.app.request('/api/boards/overview?p=2024', { headers })).status).toBe(200)
  })
})

describe('the example centre', () => {
  it(
    'goes in and out with one act each, and leaves an empty desk',
    { timeout: 20_000 },
    async () => {
      const own = testDesk()
      expect((await ask(own, readOverview, '/boards/overview')).desk).toMatchObject({
        isEmpty: true,
        centre: '',
      })
      await ask(own, loadExample, '/example')
      expect((await ask(own, readOverview, '/boards/overview')).desk).toMatchObject({
        isEmpty: false,
        hasExample: true,
      })
      expect((await own.app.request('/api/example', { method: 'POST' })).status).toBe(409)
      await ask(own, removeExample, '/example')
      expect((await ask(own, readOverview, '/boards/overview')).desk).toMatchObject({
        isEmpty: true,
        hasExample: false,
        centre: '',
      })
    },
  )
})
