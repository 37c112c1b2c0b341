import { expect, it } from 'vitest'
import { listViews, removeView, saveView } from '#shared/contract/views.ts'
import { memoryStore } from '#server/store/memory.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'
import { roleDesk } from '#test/support/role-desk.ts'

it('views are kept by ledger and name, replaced by the same name and removed', async () => {
  const desk = testDesk()
  const pieces = '/ledgers/pieces/views'
  await ask(desk, saveView, pieces, { name: '本月视频', query: 'where=form%3Avideo' })
  await ask(desk, saveView, pieces, { name: ' 爆款 ', query: 'sort=reads%3Adesc' })
  await ask(desk, saveView, pieces, { name: '本月视频', query: 'q=直播' })
  await ask(desk, saveView, '/ledgers/alerts/views', { name: '红色', query: '' })
  const kept = await ask(desk, listViews, pieces)
  expect(kept.map(({ name, query }) => [name, query])).toEqual([
    ['本月视频', 'q=直播'],
    ['爆款', 'sort=reads%3Adesc'],
  ])
  const left = await ask(desk, removeView, `${pieces}/${kept[0]?.id}`)
  expect(left.map(({ name }) => name)).toEqual(['爆款'])
  await expect(ask(desk, removeView, `${pieces}/none`)).rejects.toThrow('RECORD_NOT_FOUND')
  await expect(ask(desk, saveView, pieces, { name: ' ', query: '' })).rejects.toThrow(
    'REQUEST_INVALID',
  )
})

it('whoever only reads a ledger keeps views of their own and takes none from others', async () => {
  const store = memoryStore()
  const { as } = await roleDesk(store)
  const at = '/ledgers/pieces/views'
  const put = (role: string, name: string) =>
    as(role, at, { method: 'PUT', body: JSON.stringify({ name, query: 'q=1' }) })
  await put('editor', '编辑的')
  await put('reader', '自己的')
  const views: { id: string; name: string; mayChange: boolean }[] = await (
    await as('reader', at)
  ).json()
  expect(views.map(({ name, mayChange }) => [name, mayChange])).toEqual([
    ['编辑的', false],
    ['自己的', true],
  ])
  const remove = (role: string, n: number) =>
    as(role, `${at}/${views[n]?.id}`, { method: 'DELETE' })
  expect((await put('reader', '编辑的')).status).toBe(403)
  expect((await remove('reader', 0)).status).toBe(403)
  expect((await remove('reader', 1)).status).toBe(200)
  expect((await remove('chiefEditor', 0)).status).toBe(200)
})
