import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGERS } from '#shared/ledgers/index.ts'
import { definitionOf } from '#server/store/follow-definitions.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { load, sums } from '#test/conformance/acts.ts'

let folder = ''
const file = () => path.join(folder, 'desk.sqlite')

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-definitions-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ALERTS: Row[] = [
  { alertedAt: '2024-03-01T08:00', closedAt: '2024-03-01T10:00', title: '路面塌陷', level: 'red' },
  { alertedAt: '2024-03-02T08:00', title: '停水', level: 'blue' },
]

it('a changed definition makes derived cells and kept sums anew, an unchanged one leaves them', async () => {
  const first = await sqliteStore(file())
  await load(first, 'b1', 'alerts', ALERTS)
  await load(first, 'b2', 'payments', [{ paidOn: '2024-03-05', project: '设备', amount: 100 }])
  const before = await first.revisions()
  await first.close()

  const file2 = new DatabaseSync(file())
  file2.exec(`
    delete from sums;
    update alerts set "handlingSeconds" = null;
    update definitions set definition = 'of an older desk' where ledger = 'alerts'`)
  file2.close()

  const second = await sqliteStore(file())
  expect(await sums(second, 'alerts', 'records', { grain: 'month' })).toEqual([
    ['2024-03', 2, 2, 0],
  ])
  const handled = await second.cells({
    ledger: 'alerts',
    fields: ['title', 'handlingSeconds'],
    filters: [],
  })
  expect(handled).toEqual([
    { title: '路面塌陷', handlingSeconds: 7200 },
    { title: '停水', handlingSeconds: null },
  ])
  expect(await sums(second, 'payments', 'amount', { grain: 'month' })).toEqual([])
  const after = await second.revisions()
  expect(after.alerts).toBe(before.alerts + 1)
  expect(after.payments).toBe(before.payments)
  await second.close()
})

it('a definition says what it counts, by what, and how it derives', () => {
  const { alerts } = LEDGERS
  const same = definitionOf(alerts)
  expect(definitionOf({ ...alerts })).toBe(same)
  expect(definitionOf({ ...alerts, cuts: [...alerts.cuts, ['topic', 'level']] })).not.toBe(same)
  expect(definitionOf({ ...alerts, derivation: 2 })).not.toBe(same)
  expect(definitionOf({ ...alerts, label: '别名', columns: [] })).toBe(same)
})
