import { expect, it } from 'vitest'
import type { CheckId } from '#shared/checks/index.ts'
import { openedByActs } from '#shared/contract/checks.ts'
import { takeBackBatch } from '#shared/contract/imports.ts'
import { addRecords, changeRecord, listRecords, removeRecord } from '#shared/contract/records.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Typed } from '#test/support/check-desk.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const piece = (title: string, more: Typed = {}): Typed => ({
  day: '2024-10-03',
  title,
  platform: '爱峨边',
  form: '图文',
  ...more,
})
const twice = (title: string, day = '2024-10-03'): Typed =>
  piece(title, { day, firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '甲' })

const add = async (desk: TestDesk, rows: readonly Typed[], ledger: LedgerId = 'pieces') =>
  (await ask(desk, addRecords, `/ledgers/${ledger}/records`, { rows })).batch

/** A desk of which the checks named are switched off; most pieces here are old. */
const without = (desk: TestDesk, ...off: readonly CheckId[]) =>
  ask(desk, saveSettings, '/settings', {
    ...DEFAULT_SETTINGS,
    checks: { ...DEFAULT_SETTINGS.checks, off },
  })

async function deskAwake(): Promise<TestDesk> {
  const desk = testDesk()
  await without(desk, 'dormant')
  return desk
}

async function opened(desk: TestDesk, ...acts: readonly string[]): Promise<string[]> {
  const told = await ask(desk, openedByActs, `/checks/opened?acts=${acts.join(',')}`)
  expect(told.all).toBe(told.findings.length)
  return told.findings.map(({ what }) => what)
}

const idOf = async (desk: TestDesk, words: string): Promise<string> => {
  const found = await ask(desk, listRecords, `/ledgers/pieces/records?q=${words}`)
  return found.records[0]?.id ?? ''
}

it('the first write after start is told what it opens', async () => {
  const desk = await deskAwake()
  const act = await add(desk, [twice('先有的')])
  expect(await opened(desk, act)).toEqual(['爱峨边《先有的》一审、三审都是甲'])
})

it('a write is told what it opened itself, whatever others write before or after', async () => {
  const desk = await deskAwake()
  await add(desk, [twice('先有的')])
  const own = await add(desk, [twice('自己的'), piece('没有错的')])
  const others = await add(desk, [twice('别人的')])
  const none = await add(desk, [piece('又一篇')])
  expect(await opened(desk, own)).toEqual(['爱峨边《自己的》一审、三审都是甲'])
  expect(await opened(desk, others)).toEqual(['爱峨边《别人的》一审、三审都是甲'])
  expect(await opened(desk, none)).toEqual([])
  expect(await opened(desk, own, others)).toHaveLength(2)
})

it('writes at the same moment are told apart', async () => {
  const desk = await deskAwake()
  const [first = '', second = ''] = await Promise.all([
    add(desk, [twice('甲的')]),
    add(desk, [twice('乙的')]),
  ])
  expect(await opened(desk, second)).toEqual(['爱峨边《乙的》一审、三审都是甲'])
  expect(await opened(desk, first)).toEqual(['爱峨边《甲的》一审、三审都是甲'])
})

it('records of an earlier year are told, and the period that shows them', async () => {
  const desk = await deskAwake()
  await add(desk, [piece('今年的')])
  const act = await add(desk, [twice('前年的', '2022-05-06')])
  const told = await ask(desk, openedByActs, `/checks/opened?acts=${act}`)
  expect(told).toMatchObject({ all: 1, period: '2022' })
  expect(told.findings[0]?.what).toBe('爱峨边《前年的》一审、三审都是甲')
})

it('a change and a stated figure are told as well, a removal what it leaves behind', async () => {
  const desk = await deskAwake()
  await add(desk, [piece('十月的'), piece('新近的', { day: '2024-12-30' })])
  const changed = await ask(
    desk,
    changeRecord,
    `/ledgers/pieces/records/${await idOf(desk, '十月的')}`,
    { cells: { firstReviewer: '甲', finalReviewer: '甲' } },
  )
  expect(await opened(desk, changed.act)).toEqual(['爱峨边《十月的》一审、三审都是甲'])
  await without(desk)
  const removed = await ask(
    desk,
    removeRecord,
    `/ledgers/pieces/records/${await idOf(desk, '新近的')}`,
  )
  expect(await opened(desk, removed.act)).toEqual(['爱峨边到 2024-12-31 已 89 天没有发稿'])
  const stated = (label: string, value: string, more: Typed): Typed => ({
    label,
    value,
    area: '上级采用',
    unit: '条',
    qualifier: '确数',
    periodFrom: '2023-01-01',
    periodTo: '2023-12-31',
    source: '年度总结',
    ...more,
  })
  const parts = [
    stated('合计', '10', { code: 'all' }),
    stated('甲', '4', { code: 'a', partOf: 'all' }),
  ]
  expect(await opened(desk, await add(desk, parts, 'statedFigures'))).toEqual([
    '2023年合计：填报合计 10 条，分项之和（甲） 4 条，相差 6 条。',
  ])
})

it('what was mended or taken back meanwhile is told no more', async () => {
  const desk = await deskAwake()
  const mended = await add(desk, [twice('改好的')])
  const kept = await add(desk, [twice('撤回的')])
  await ask(desk, changeRecord, `/ledgers/pieces/records/${await idOf(desk, '改好的')}`, {
    cells: { finalReviewer: '丙' },
  })
  expect(await opened(desk, mended, kept)).toEqual(['爱峨边《撤回的》一审、三审都是甲'])
  await ask(desk, takeBackBatch, `/batches/${kept}/take-back`, {})
  expect(await opened(desk, mended, kept)).toEqual([])
})

it('a change of the settings is no doing of a write, nor is what a check finds once switched on', async () => {
  const desk = await deskAwake()
  await without(desk, 'dormant', 'sameReviewer')
  const before = await add(desk, [twice('先有的')])
  await without(desk, 'dormant')
  const after = await add(desk, [piece('后来的')])
  expect(await opened(desk, before, after)).toEqual([])
})

it('a write that fails is told of nothing, and an act nobody knows neither', async () => {
  const desk = await deskAwake()
  await expect(add(desk, [{ ...twice('没有日期'), day: '' }])).rejects.toThrow(
    'RECORD_CELLS_REFUSED',
  )
  const act = await add(desk, [piece('一篇')])
  expect(await opened(desk, act, 'entry-unknown')).toEqual([])
})
