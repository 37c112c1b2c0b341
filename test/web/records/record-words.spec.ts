import { expect, it } from 'vitest'
import {
  changePhrases,
  columnSums,
  countLine,
  coverageWords,
  filterChips,
  sumLine,
} from '#web/records/record-words.ts'
import { recordsHeading } from '#shared/headlines/records-heading.ts'

const NATIONAL = { measure: 'records', p: '2024-10', where: 'level:national' }

it('a list behind a part of a figure says its ledger, period and part', () => {
  expect(recordsHeading('adoptions', NATIONAL)).toBe('上级采用台账 · 2024年10月 · 媒体级别 国家级')
})

it('records still open say at which day they are', () => {
  const asked = { measure: 'records', at: 'open', until: 'closed', p: '2024-10' } as const
  expect(recordsHeading('alerts', asked)).toBe('舆情预警台账 · 截至 2024年10月31日 未办结')
})

it('figures of the year run from 1 January', () => {
  expect(recordsHeading('payments', { measure: 'amount', at: 'year', p: '2024-10' })).toBe(
    '支付台账 · 已支付 · 2024年1月1日至10月31日累计',
  )
  expect(recordsHeading('alerts', { measure: 'forwarded', v: 'cum', p: '2024-10' })).toBe(
    '舆情预警台账 · 转发 · 2024年1月1日至10月31日累计',
  )
})

it('a cell that was not filled in is called so', () => {
  expect(recordsHeading('pieces', { where: 'author:' })).toBe('发稿台账 · 作者 未填')
})

it('lifting one part leaves the other parts as they were written', () => {
  const chips = filterChips('adoptions', {
    where: 'level:national,outlet:%E6%96%B0%E5%8D%8E%E7%A4%BE',
    q: '县庆',
  })
  expect(chips.map(({ text }) => text)).toEqual(['媒体级别 国家级', '媒体名称 新华社', '含“县庆”'])
  expect(chips[0]?.without).toEqual({ where: 'outlet:%E6%96%B0%E5%8D%8E%E7%A4%BE' })
  expect(chips[2]?.without).toEqual({ q: undefined })
})

it('a list of the records that count says so where others do not', () => {
  const chips = filterChips('adoptions', NATIONAL)
  expect(chips.map(({ text }) => text)).toEqual(['2024年10月', '计入采用的', '媒体级别 国家级'])
  expect(chips[1]?.without).toEqual({ measure: undefined })
  expect(filterChips('pieces', { measure: 'records' })).toEqual([])
})

it('lifting the period lifts how it was taken as well', () => {
  const [chip] = filterChips('alerts', {
    p: '2024-10',
    at: 'open',
    until: 'closed',
    measure: 'records',
  })
  expect(chip?.without).toEqual({ p: undefined, v: undefined, at: undefined, until: undefined })
})

it('a count groups its thousands and keeps the ledger’s unit', () => {
  expect(countLine('adoptions', 24)).toBe('共 24 条')
  expect(countLine('pieces', 15742)).toBe('共 15,742 条')
})

it('money adds up in 元, time in words, and records alone have no sum', () => {
  expect(sumLine('payments', { measure: 'amount' }, 360_780_000)).toBe(
    '合计 支付金额 3,607,800.00 元',
  )
  expect(sumLine('pieces', { measure: 'reads' }, 12_345)).toBe('合计 阅读量 12,345 次')
  expect(sumLine('adoptions', NATIONAL, null)).toBe('')
})

it('covered days are spoken of newest first', () => {
  const coverage = [
    { from: '2023-01-01', to: '2023-12-31' },
    { from: '2024-10-01', to: '2024-10-31' },
  ]
  expect(coverageWords(coverage)).toEqual(['2024年10月', '2023年1—12月'])
})

it('history names the field, what was there and what is', () => {
  const before = { level: 'provincial', author: null, day: '2024-10-01' }
  expect(
    changePhrases('adoptions', before, { ...before, level: 'national', author: '甲' }),
  ).toEqual(['把 媒体级别 从 省级 改为 国家级', '把 作者 从 — 改为 甲'])
})

it('the sums under the columns say how many records hold no value, and never a zero for none', () => {
  const sums = [{ field: 'reads', sum: 1300, absent: 1 }]
  expect(columnSums('pieces', { total: 3, sums }).get('reads')).toEqual({
    text: '1,300',
    left: '1 条未填',
    words: '阅读量 1,300 次（1 条未填，没有算进去）',
  })
  const none = [{ field: 'reads', sum: null, absent: 3 }]
  expect(columnSums('pieces', { total: 3, sums: none }).get('reads')).toEqual({
    text: '都未填',
    left: '',
    words: '阅读量 都未填',
  })
})
