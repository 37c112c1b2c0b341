import { expect, it } from 'vitest'
import { listViews, removeView, saveView } from '#shared/contract/views.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

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
