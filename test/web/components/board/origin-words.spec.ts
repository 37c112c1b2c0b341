import { expect, it } from 'vitest'
import type { OriginsAnswer } from '#shared/contract/records.ts'
import { originLines } from '#web/components/board/origin-words.ts'

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

const none = { batches: 0, records: 0 }

it('says file, person and time of every batch, and how many records were changed since', () => {
  expect(
    originLines({ origins: [origin], more: none, missing: [], belated: 0 }, '条', 'Asia/Shanghai'),
  ).toEqual(['发稿台账2024.csv（导入，编辑甲 2025-01-05 10:00）1,000 条，其中 3 条后来改过'])
})

it('a batch without a file is called by its title', () => {
  const entry: Origin = { ...origin, kind: 'entry', title: '填写发稿台账', files: [], changed: 0 }
  expect(
    originLines({ origins: [entry], more: none, missing: [], belated: 0 }, '条', 'Asia/Shanghai'),
  ).toEqual(['填写发稿台账（填写，编辑甲 2025-01-05 10:00）1,000 条'])
})

it('counts the batches beyond those named together, then 补报, and names the days nobody registered', () => {
  const origins = [5, 4, 3].map((n) => ({ ...origin, batch: `b${n}`, records: n }))
  const missing = [{ from: '2024-11-01', to: '2024-11-30' }]
  const lines = originLines(
    { origins, more: { batches: 1200, records: 2400 }, missing, belated: 1 },
    '条',
    'Asia/Shanghai',
  )
  expect(lines).toHaveLength(6)
  expect(lines.slice(3)).toEqual([
    '另有 1,200 个批次，共 2,400 条',
    '含补报 1 条（结账以后录入或更正的）',
    '没有登记、不当作零的日子：2024年11月',
  ])
})
