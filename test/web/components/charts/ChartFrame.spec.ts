import { mount } from '@vue/test-utils'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { Bars } from '#charts/kinds.ts'
import { rightsAnswer } from '#server/accounts/reader.ts'
import type { FiguresSource } from '#shared/headlines/source-line.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import BarsChart from '#web/components/charts/BarsChart.vue'
import { FIGURES_SOURCE } from '#web/export/figures-source.ts'
import { rights } from '#web/offered.ts'

const row = (key: string, value: number) => ({
  key,
  label: key,
  value,
  text: `${value} 条`,
  before: null,
  note: '',
})
const chart: Bars = {
  title: '峨边新闻发得最多',
  subtitle: '2024年10月，条',
  unit: '条',
  rows: [row('峨边新闻', 30), row('峨边在线', 20), row('大渡河', 10)],
}

const shown = async (
  props: { chart: Bars; onPick?: (key: string) => void },
  source: FiguresSource | null = null,
) => {
  const global = { provide: { [FIGURES_SOURCE]: () => source } }
  const card = mount(BarsChart, { props, global, attachTo: document.body })
  await nextTick()
  return card
}

const noted: unknown[] = []
const server = setupServer(
  http.post('*/api/journal/exports', async ({ request }) => {
    noted.push(await request.json())
    return HttpResponse.json({ noted: true })
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())

afterEach(() => {
  document.body.innerHTML = ''
})

describe('the walk over a drawing by keys', () => {
  it('is one stop of the tab key', async () => {
    const card = await shown({ chart })
    expect(card.findAll('[role=application]')).toHaveLength(1)
    expect(card.findAll('svg [tabindex]')).toHaveLength(0)
  })

  it('reads one mark after the other and stays at the last', async () => {
    const card = await shown({ chart })
    const stage = card.get('[role=application]')
    await stage.trigger('focus')
    const said: string[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Home']) {
      await stage.trigger('keydown', { key })
      said.push(card.get('[aria-live]').text())
    }
    expect(said).toEqual([
      '峨边新闻：30 条',
      '峨边在线：20 条',
      '大渡河：10 条',
      '大渡河：10 条',
      '峨边新闻：30 条',
    ])
    expect(card.find('.current').exists()).toBe(true)
  })

  it('picks with Enter and says that it can', async () => {
    const picked: string[] = []
    const card = await shown({ chart, onPick: (key) => picked.push(key) })
    const stage = card.get('[role=application]')
    await stage.trigger('focus')
    await stage.trigger('keydown', { key: 'End' })
    expect(card.get('[aria-live]').text()).toBe('大渡河：10 条。回车打开')
    expect(stage.classes()).toContain('is-pickable')
    await stage.trigger('keydown', { key: 'Enter' })
    expect(picked).toEqual(['大渡河'])
  })

  it('shows nothing as clickable when nobody listens', async () => {
    const card = await shown({ chart })
    const stage = card.get('[role=application]')
    await stage.trigger('focus')
    await stage.trigger('keydown', { key: 'End' })
    expect(stage.classes()).not.toContain('is-pickable')
    expect(stage.attributes('aria-label')).not.toContain('回车')
  })

  it('leaves with Escape', async () => {
    const card = await shown({ chart })
    const stage = card.get<HTMLElement>('[role=application]')
    stage.element.focus()
    await stage.trigger('keydown', { key: 'ArrowDown' })
    expect(card.find('.current').exists()).toBe(true)
    await stage.trigger('keydown', { key: 'Escape' })
    await nextTick()
    expect(document.activeElement).not.toBe(stage.element)
    expect(card.find('.current').exists()).toBe(false)
    expect(card.get('[aria-live]').text()).toBe('')
  })

  it('does not pick the rest, behind which nothing of its own stands', async () => {
    const picked: string[] = []
    const rest = { ...chart, rows: [...chart.rows, row('rest', 5)] }
    const card = await shown({ chart: rest, onPick: (key) => picked.push(key) })
    const stage = card.get('[role=application]')
    await stage.trigger('focus')
    await stage.trigger('keydown', { key: 'End' })
    await stage.trigger('keydown', { key: 'Enter' })
    expect(picked).toEqual([])
  })
})

describe('the table in place of the drawing', () => {
  it('holds the same figures', async () => {
    const card = await shown({ chart })
    await card.get('.toggle').trigger('click')
    expect(card.findAll('thead th').map((cell) => cell.text())).toEqual(['分项', '条'])
    expect(card.findAll('tbody tr').map((line) => line.text())).toEqual([
      '峨边新闻30 条',
      '峨边在线20 条',
      '大渡河10 条',
    ])
    expect(card.get('.toggle').attributes('aria-pressed')).toBe('true')
    expect(card.get('caption').text()).toBe('峨边新闻发得最多')
  })

  it('gives a cell away as a sentence that says what it is of and where it comes from', async () => {
    const copied: string[] = []
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text)
    })
    const card = await shown({ chart }, { centre: '某县', zone: 'Asia/Shanghai', freeze: null })
    await card.get('.toggle').trigger('click')
    const [first] = card.findAll('td')
    await first?.trigger('keydown', { key: 'ArrowDown' })
    await card.findAll('td')[1]?.trigger('keydown', { key: 'Enter' })
    await vi.waitFor(() => expect(copied).toHaveLength(1))
    expect(copied[0]).toMatch(
      /^.*：峨边在线，条 20 条（某县 · 数据截至 \d{4}-\d\d-\d\d \d\d:\d\d）$/,
    )
    expect(card.findAll('td').map((cell) => cell.attributes('tabindex'))).toEqual(['-1', '0', '-1'])
    await vi.waitFor(() =>
      expect(noted).toEqual([{ what: '峨边新闻发得最多的一格', form: 'copy' }]),
    )
  })
})

describe('whoever may not export', () => {
  afterEach(() => {
    rights.value = null
  })

  it('is offered no file of a chart and no sentence of a cell', async () => {
    const roles = DEFAULT_ROLES.filter(({ id }) => id === 'reader')
    rights.value = rightsAnswer(rightsOf(roles, '编辑部'))
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    write.mockClear()
    const card = await shown({ chart }, { centre: '某县', zone: 'Asia/Shanghai', freeze: null })
    expect(card.find('.opener').exists()).toBe(false)
    await card.get('.toggle').trigger('click')
    const cell = card.get('td')
    expect(cell.attributes('title')).toBeUndefined()
    await cell.trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    expect(write).not.toHaveBeenCalled()
  })
})

it('a chart with nothing to draw says so and offers nothing to take away', async () => {
  const card = await shown({ chart: { ...chart, rows: [] } })
  expect(card.text()).toContain('没有登记可画的数')
  expect(card.findAll('button')).toHaveLength(0)
})
