import { expect, it } from 'vitest'
import type { OriginsAnswer } from '#shared/contract/records.ts'
import { originLines } from '#web/origin-words.ts'

type Origin = OriginsAnswer['origins'][number]

const origin: Origin = {
  batch: 'b1',
  kind: 'import',
  title: '导入发稿台账',
  files: ['发稿台账2024.csv'],
  at: '2025-01-05T02:00:00.000Z',
  by: '编辑甲',
  records: 1000,
  changed: 3,
}

it('says file, person and time of every batch, and how many records were changed since', () => {
  expect(
    originLines({ origins: [origin], missing: [], belated: 0 }, '条', 'Asia/Shanghai'),
  ).toEqual(['发稿台账2024.csv（导入，编辑甲 2025-01-05 10:00）1,000 条，其中 3 条后来改过'])
})

it('a batch without a file is called by its title', () => {
  const entry: Origin = { ...origin, kind: 'entry', title: '填写发稿台账', files: [], changed: 0 }
  expect(originLines({ origins: [entry], missing: [], belated: 0 }, '条', 'Asia/Shanghai')).toEqual(
    ['填写发稿台账（填写，编辑甲 2025-01-05 10:00）1,000 条'],
  )
})

it('counts the batches beyond five together, then 补报, and names the days nobody registered', () => {
  const origins = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ ...origin, batch: `b${n}`, records: n }))
  const lines = originLines(
    { origins, missing: [{ from: '2024-11-01', to: '2024-11-30' }], belated: 1 },
    '条',
    'Asia/Shanghai',
  )
  expect(lines).toHaveLength(8)
  expect(lines.slice(5)).toEqual([
    '另有 2 个批次，共 13 条',
    '含补报 1 条（结账以后录入或更正的）',
    '没有登记、不当作零的日子：2024年11月',
  ])
})
