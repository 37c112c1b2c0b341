import { expect, it } from 'vitest'
import { countsText, undoneText } from '#web/components/batches/batch-text.ts'

it('says of each ledger what came in, changed and was there already', () => {
  const counts = {
    pieces: { added: 8785, changed: 0, same: 0 },
    adoptions: { added: 0, changed: 3, same: 1242 },
    outlets: { added: 15, changed: 0, same: 0 },
    people: { added: 8, changed: 0, same: 1 },
  }
  expect(countsText({ kind: 'import', counts })).toEqual([
    '发稿台账：新增 8,785 条',
    '上级采用台账：新增 0，更新 3，原有 1,242 条',
    '名录新增 23 个名称',
  ])
})

it('says how many rows of closed months were left out', () => {
  const counts = { pieces: { added: 2, changed: 0, same: 1, left: 3 } }
  expect(countsText({ kind: 'import', counts })).toEqual([
    '发稿台账：新增 2，原有 1，属于已结账月份、未入库 3 条',
  ])
})

it('says of what was done by hand what was done, to whatever the desk keeps', () => {
  const none = { added: 0, changed: 0, same: 0 }
  expect(
    countsText({
      kind: 'entry',
      counts: {
        pieces: { ...none, added: 1, changed: 2, removed: 3, restored: 1 },
        attachments: { ...none, added: 1 },
        outlets: { ...none, added: 1, changed: 1 },
      },
    }),
  ).toEqual([
    '发稿台账：新增 1，修改 2，删除 3，恢复 1 条',
    '附件：新增 1 个',
    '媒体：修改 1 家',
    '名录新增 1 个名称',
  ])
  expect(countsText({ kind: 'entry', counts: { pieces: none } })).toEqual(['没有动到记录'])
})

it('says what taking a batch back does, and where cells stay because nobody noted who said them', () => {
  const undone = { removed: 3, restored: 1200, kept: 0 }
  expect(undoneText(undone)).toBe('移除 3 条，恢复或改回 1,200 条。')
  expect(undoneText({ ...undone, names: 4 })).toBe(
    '移除 3 条，恢复或改回 1,200 条，名录移除 4 个名称。',
  )
  expect(undoneText({ removed: 0, restored: 0, kept: 0 })).toBe('没有记录会变。')
  expect(undoneText({ ...undone, kept: 2, untold: 2 })).toContain('其中 2 条另一批次也有')
})
