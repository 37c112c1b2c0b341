import { expect, it } from 'vitest'
import { listRecords } from '#shared/contract/records.ts'
import { CHECKS } from '#shared/checks/index.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { METRIC_IDS, metricOf } from '#shared/metrics/index.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const ENTERED = LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')
const COUNTED = LEDGER_IDS.filter((id) => {
  const { kind, measures } = ledgerOf(id)
  return kind === 'book' && Object.keys(measures).length > 0
})

it.each(ENTERED)('%s has a grid, a template to fill in and an export', async (ledger) => {
  const desk = testDesk()
  const answer = await ask(desk, listRecords, `/ledgers/${ledger}/records`)
  expect(answer.total).toBe(0)
  for (const file of ['template.xlsx', 'records.xlsx']) {
    const response = await desk.app.request(`/api/ledgers/${ledger}/${file}`)
    expect([file, response.status]).toEqual([file, 200])
  }
})

it('every ledger is counted by a metric, but what is scored and what is stated', () => {
  const counted = new Set(
    METRIC_IDS.flatMap((id) => {
      const { formula } = metricOf(id)
      return 'ledger' in formula ? [formula.ledger] : []
    }),
  )
  expect(COUNTED.filter((id) => !counted.has(id))).toEqual(['indicators', 'statedFigures'])
})

it('every ledger kept by days is looked at by a check', () => {
  const checked = new Set<string>(Object.values(CHECKS).flatMap(({ ledgers }) => [...ledgers]))
  expect(COUNTED.filter((id) => !checked.has(id))).toEqual([])
})

it('what says a field’s unit or how exact it is stands in its own ledger', () => {
  for (const id of LEDGER_IDS) {
    const { fields } = ledgerOf(id)
    const named = Object.values(fields).flatMap(({ unitIn, qualifierIn }) => [unitIn, qualifierIn])
    const strange = named.filter((name) => name !== undefined && !Object.hasOwn(fields, name))
    expect([id, strange]).toEqual([id, []])
  }
})
