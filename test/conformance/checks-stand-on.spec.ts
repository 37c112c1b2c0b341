import { beforeAll, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import { checkRunner, type CheckResults } from '#server/checks/run.ts'
import { deskFacts } from '#server/facts.ts'
import { memoryStore } from '#server/store/memory.ts'
import { watchMoves } from '#server/standing/moves.ts'
import type { Store } from '#server/store/store.ts'
import { CHECK_IDS, checkOf, type CheckId } from '#shared/checks/index.ts'
import { LEDGER_IDS, type LedgerId } from '#shared/ledgers/index.ts'
import { yearPeriod } from '#shared/time/period.ts'
import { testDesk } from '#test/support/memory-desk.ts'

let whole: Store
let found: CheckResults

beforeAll(async () => {
  whole = memoryStore()
  const { ledgers, coverage, settings } = exampleCentre()
  await whole.write(async (writer) => {
    const said = { kind: 'example', title: '示例', why: '示例', by: '测试员' } as const
    await writer.openBatch({
      id: 'all',
      at: '2025-01-05T00:00:00.000Z',
      files: [],
      notes: [],
      ...said,
    })
    for (const ledger of LEDGER_IDS) await writer.put(ledger, ledgers[ledger], 'all')
    for (const span of coverage) await writer.cover({ ...span, batch: 'all' })
    await writer.saveSettings(settings)
  })
  found = await results(whole)
})

/** The desk as if only some ledgers were kept. */
function only(kept: readonly LedgerId[]): Store {
  const has = (ledger: LedgerId): boolean => kept.includes(ledger)
  return {
    ...whole,
    sums: async (query) => (has(query.ledger) ? whole.sums(query) : []),
    cells: async (query) => (has(query.ledger) ? whole.cells(query) : []),
    records: async (query) =>
      has(query.ledger) ? whole.records(query) : { total: 0, records: [] },
    coverage: async () => (await whole.coverage()).filter(({ ledger }) => has(ledger)),
    covered: async () => (await whole.covered()).filter(({ ledger }) => has(ledger)),
  }
}

async function results(store: Store, checks?: readonly CheckId[]): Promise<CheckResults> {
  const { context } = testDesk(undefined, store)
  const moment = await deskFacts(context, watchMoves(store).moves).moment()
  return checkRunner(store)(moment, yearPeriod(2024), checks)
}

it.each(CHECK_IDS)('%s finds the same where only the ledgers it names are kept', async (check) => {
  const own = await results(only(checkOf(check).ledgers), [check])
  expect(own.get(check)).toEqual(found.get(check))
})

it('the example gives every check something to look at', () => {
  expect([...found].filter(([, { state }]) => state !== 'checked')).toEqual([])
})
