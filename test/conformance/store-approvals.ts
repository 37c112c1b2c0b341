import { expect, it } from 'vitest'
import type { Approvals } from '#shared/records/review-states.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Store } from '#server/store/store.ts'
import { actOf, byHand, cells, firstId, load } from './acts.ts'

/** Loaded on 2025-01-02T03:04:05Z; acts by hand on 2025-02-01T00:00:00Z. */
const LOADED = '2025-01-02T03:04:05.000Z'
const BEFORE = '2025-01-02T03:04:04.999Z'
const LATER = '2025-03-01T00:00:00.000Z'

const piece = { day: '2024-03-05', title: '三月', platform: '爱峨边', form: 'text' }

export function tellsReviewed(store: () => Store): void {
  const approvals = (of: Partial<Approvals>): Approvals => ({
    on: 'day',
    months: [],
    batches: [],
    ...of,
  })
  const held = (by: Approvals, is: boolean, ledger: LedgerId = 'pieces', field = 'title') =>
    cells(store(), ledger, field, { field: 'id', approved: { by, is } })
  const loaded = async () => {
    await load(store(), 'b1', 'pieces', [piece, { ...piece, day: '2024-04-30', title: '四月' }])
    await load(store(), 'b2', 'pieces', [{ ...piece, title: '另批' }])
  }

  it('records are reviewed with their month, from the moment they were written at the latest', async () => {
    await loaded()
    const march = (at: string) => approvals({ months: [{ month: '2024-03', at }] })
    expect(await held(march(LOADED), true)).toEqual(['三月', '另批'])
    expect(await held(march(LOADED), false)).toEqual(['四月'])
    expect(await held(march(BEFORE), true)).toEqual([])
    const both = [
      { month: '2024-03', at: BEFORE },
      { month: '2024-04', at: LOADED },
    ]
    expect(await held(approvals({ months: both }), true)).toEqual(['四月'])
  })

  it('records are reviewed with their batch, whatever their month', async () => {
    await loaded()
    const batch = approvals({ batches: [{ batch: 'b1', at: LOADED }] })
    expect(await held(batch, true)).toEqual(['三月', '四月'])
    const both = { ...batch, months: [{ month: '2024-03', at: LATER }] }
    expect(await held(both, false)).toEqual([])
    expect(await held({ ...batch, on: null }, true)).toEqual(['三月', '四月'])
  })

  it('a record changed after its review is unreviewed, until it is reviewed again', async () => {
    await loaded()
    const id = await firstId(store(), 'pieces')
    await byHand(store(), 'b3', (writer) => writer.change('pieces', id, { reads: 3 }, actOf('b3')))
    const march = (at: string) => approvals({ months: [{ month: '2024-03', at }] })
    expect(await held(march(LOADED), false)).toEqual(['三月', '四月'])
    expect(await held(march(LATER), false)).toEqual(['四月'])
  })

  it('a record whose attachments were counted is reviewed still, and its history tells it', async () => {
    const adoption = { day: '2024-03-05', work: '三月', outlet: '新华社', level: 'national' }
    await load(store(), 'b1', 'adoptions', [adoption])
    const id = await firstId(store(), 'adoptions')
    await byHand(store(), 'b3', (writer) =>
      writer.change('adoptions', id, { attached: 1 }, actOf('b3')),
    )
    const march = approvals({ months: [{ month: '2024-03', at: LOADED }] })
    expect(await held(march, true, 'adoptions', 'work')).toEqual(['三月'])
    expect(await store().history('adoptions', id)).toMatchObject([{ after: { attached: 1 } }])
  })

  it('nothing is reviewed where nobody reviewed, and a record of a year stands in January', async () => {
    await load(store(), 'b1', 'budgetLines', [{ year: '2024', project: '设备' }])
    const none = approvals({ on: 'year' })
    expect(await held(none, true, 'budgetLines', 'project')).toEqual([])
    expect(await held(none, false, 'budgetLines', 'project')).toEqual(['设备'])
    const january = { ...none, months: [{ month: '2024-01', at: LOADED }] }
    expect(await held(january, true, 'budgetLines', 'project')).toEqual(['设备'])
  })

  it('events of a review stand', async () => {
    const event = { ledger: 'pieces', month: '2024-03', of: null, number: 1, act: 'submit' }
    await load(store(), 'b1', 'reviews', [event])
    const id = await firstId(store(), 'reviews')
    const write = store().write((writer) => writer.remove('reviews', id, actOf('b1')))
    await expect(write).rejects.toMatchObject({ code: 'EVENT_STANDS' })
  })
}
