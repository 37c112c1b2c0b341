import { expect, it } from 'vitest'
import { countsText } from '#web/batch-text.ts'

it('says of each ledger what came in, changed and was there already', () => {
  const counts = {
    pieces: { added: 8785, changed: 0, same: 0 },
    adoptions: { added: 0, changed: 3, same: 1242 },
    outlets: { added: 15, changed: 0, same: 0 },
    people: { added: 8, changed: 0, same: 1 },
  }
  expect(countsText({ counts })).toEqual([
    '发稿台账：新增 8,785 条',
    '上级采用台账：新增 0，更新 3，原有 1,242 条',
    '名录新增 23 个名称',
  ])
})
