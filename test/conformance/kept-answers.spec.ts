import { beforeAll, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import { editRecords } from '#shared/contract/edits.ts'
import { listRecords } from '#shared/contract/records.ts'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { ask, ownExample, type TestDesk } from '#test/support/memory-desk.ts'

/*
 * Whatever is written, a page given again reads as one worked out from nothing: what a desk remembers is
 * asked for after each write and held against a desk over the same store that remembers nothing.
 */

let desk: TestDesk

/** Answered from two years: its own and the one it is compared with. */
const PAGES = [...BOARD_IDS.map((board) => `/api/boards/${board}?p=2024-03`), '/api/wall?p=2024-03']

const answers = ({ app }: Pick<TestDesk, 'app'>): Promise<string[]> =>
  Promise.all(PAGES.map(async (page) => (await app.request(page)).text()))

/** As a desk answers that remembers nothing. */
const anew = (): Promise<string[]> => answers({ app: createApp(desk.context) })

beforeAll(async () => {
  desk = await ownExample()
  await answers(desk)
})

/** Takes out a record of the month, of the year before or of some other month, if there is one. */
async function remove(ledger: LedgerId): Promise<void> {
  for (const p of ['2024-03', '2023-03', '2024']) {
    const { records } = await ask(desk, listRecords, `/ledgers/${ledger}/records?p=${p}&size=1`)
    const removals = records.map(({ id, changedAt }) => ({ id, changedAt }))
    if (removals.length === 0) continue
    await ask(desk, editRecords, `/ledgers/${ledger}/edits`, { removals })
    return
  }
}

const kept = LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')

it.each(kept)('after a record of %s is removed', async (ledger) => {
  await remove(ledger)
  expect(await answers(desk)).toEqual(await anew())
})

it('while only reviewed records count', async () => {
  const settings = await ask(desk, readSettings, '/settings')
  const review = { ...settings.review, leftOut: ['pieces'] }
  await ask(desk, saveSettings, '/settings', { ...settings, review })
  expect(await answers(desk)).toEqual(await anew())
  await remove('pieces')
  expect(await answers(desk)).toEqual(await anew())
})
