import { expect, it } from 'vitest'
import type { ColumnCounts } from '#shared/contract/columns.ts'
import { campaignNotes, campaignParagraph } from '#shared/headlines/campaign.ts'
import { monthPeriod, yearPeriod } from '#shared/time/period.ts'

const counted: ColumnCounts = {
  from: '2024-01-01',
  to: '2024-12-31',
  pieces: 1429,
  works: 310,
  original: 205,
  platforms: [
    { value: '爱峨边', count: 1000 },
    { value: '短视频号', count: 429 },
  ],
  forms: [
    { value: 'text', count: 1385 },
    { value: 'video', count: 44 },
  ],
  reads: 773_295,
  blank: 54,
  most: {
    id: '1',
    day: '2024-10-06',
    title: '县庆开幕',
    platform: '短视频号',
    form: 'video',
    author: '',
    reads: 163_194,
  },
  latest: [],
  adopted: {
    uses: 98,
    works: 61,
    levels: [
      { value: 'national', count: 20 },
      { value: 'municipal', count: 78 },
    ],
    latest: [],
  },
}

const of = (change: Partial<ColumnCounts>) => ({
  column: '县庆四十年',
  period: yearPeriod(2024),
  counted: { ...counted, ...change },
})

it('is one paragraph for the annual report', () => {
  expect(campaignParagraph(of({}))).toBe(
    '2024年，“县庆四十年”专栏共发布 1,429 条，不同作品 310 篇（图文 1,385 条、视频 44 条），其中原创 205 条；' +
      '在爱峨边等 2 个平台刊发；登记的阅读（播放）共 773,295 次，最高的一条是《县庆开幕》（163,194 次）；' +
      '有 61 篇作品被上级媒体采用 98 条次（国家级 20 条次、市级 78 条次）。',
  )
  expect(campaignNotes(of({}))).toEqual(['54 条没有登记阅读量，不在阅读合计里。'])
})

it('leaves out what no ledger knows and says so beside it', () => {
  const unknown = of({ reads: null, most: null, adopted: null, original: 0, works: 1429 })
  expect(campaignParagraph(unknown)).toBe(
    '2024年，“县庆四十年”专栏共发布 1,429 条（图文 1,385 条、视频 44 条）；在爱峨边等 2 个平台刊发。',
  )
  expect(campaignNotes(unknown)).toEqual([
    '这些稿件都没有登记阅读量。',
    '上级采用台账没有覆盖这段时间，段落里不写采用。',
  ])
})

it('names the days where the ledger covers a part of the period', () => {
  expect(campaignParagraph(of({ to: '2024-11-20' }))).toMatch(/^2024年1月1日—11月20日，/)
})

it('says that nothing was published, and nothing of a period unknown', () => {
  expect(campaignParagraph(of({ pieces: 0 }))).toBe('2024年，“县庆四十年”专栏没有发布稿件。')
  const period = monthPeriod('2019-05')
  expect(campaignParagraph({ column: '县庆', period, counted: null })).toBe('')
  expect(campaignNotes({ counted: null })).toEqual([])
})
