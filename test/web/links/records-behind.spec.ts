import { describe, expect, it } from 'vitest'
import { readFigure } from '#shared/contract/figures.ts'
import { listOrigins, listRecords } from '#shared/contract/records.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { monthPeriod, parsePeriod } from '#shared/time/period.ts'
import { recordsBehind, type RecordsBehind } from '#web/links/records-behind.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()

const addressOf = ({ ledger, query }: RecordsBehind, list: string): string => {
  const words = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/ledgers/${ledger}/${list}?${new URLSearchParams(words)}`
}

/** What a list of records says a figure should be: how many they are, or what they add up to. */
async function listed(behind: RecordsBehind | undefined): Promise<number> {
  if (!behind) throw new Error('no records behind')
  const { total, sum } = await ask(desk, listRecords, addressOf(behind, 'records'))
  const origins = await ask(desk, listOrigins, addressOf(behind, 'origins'))
  expect(origins.total).toBe(total)
  return sum ?? total
}

const counts = METRIC_IDS.filter((metric) =>
  ['sum', 'balance', 'standing', 'held', 'last'].includes(metricOf(metric).formula.kind),
)

describe.each(['2024', '2024-10', '2024-03-05..2024-04-20'])('in %s', (p) => {
  const period = parsePeriod(p)
  if (!period) throw new Error(p)

  it.each(counts)('%s equals its records, whole and by part', async (metric: MetricId) => {
    const fields = metricOf(metric).by ?? []
    const answers = await Promise.all(
      [undefined, ...fields].map((by) =>
        ask(desk, readFigure, `/figures/${metric}?p=${p}${by ? `&by=${by}` : ''}`),
      ),
    )
    const told = answers.flatMap(({ figure, period: spoken, by, parts }) => [
      { name: metric, figure, behind: recordsBehind(metric, spoken)[0] },
      ...parts.slice(0, 6).map(({ value, figure: own }) => ({
        name: `${by} ${value}`,
        figure: own,
        behind: recordsBehind(metric, spoken, { field: by ?? '', value })[0],
      })),
    ])
    const figures = told.flatMap(({ name, figure, behind }) =>
      figure.state === 'counted' ? [{ name, value: figure.value, behind }] : [],
    )
    const lists = figures.map(async ({ name, behind }) => ({ name, value: await listed(behind) }))
    expect(await Promise.all(lists)).toEqual(figures.map(({ name, value }) => ({ name, value })))
  })
})

it('a rate has the records of both its sides', () => {
  expect(recordsBehind('originalRate', monthPeriod('2024-10'))).toEqual([
    {
      metric: 'original',
      ledger: 'pieces',
      query: { measure: 'records', p: '2024-10', where: 'origin:original' },
    },
    { metric: 'published', ledger: 'pieces', query: { measure: 'records', p: '2024-10' } },
  ])
})

it('origins name the batches, and the days of a period that were never registered', async () => {
  const from = async (month: string) => {
    const [behind] = recordsBehind('published', monthPeriod(month))
    return behind && ask(desk, listOrigins, addressOf(behind, 'origins'))
  }
  expect(await from('2024-10')).toMatchObject({
    origins: [{ kind: 'example', by: '测试员', changed: 0 }],
    missing: [],
  })
  expect(await from('2025-01')).toEqual({
    total: 0,
    origins: [],
    more: { batches: 0, records: 0 },
    belated: 0,
    unreviewed: null,
    missing: [{ from: '2025-01-01', to: '2025-01-31' }],
  })
})
