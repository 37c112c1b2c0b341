import { expect, it } from 'vitest'
import type { Slide } from '#shared/contract/decks.ts'
import { goneNumbers, ownNumbers } from '#shared/slides/own-numbers.ts'

const slide = (title: string, rest: Partial<Slide> = {}): Slide => ({
  id: 'adopted',
  kind: 'exhibit',
  name: '上级采用',
  title,
  subtitle: '',
  points: [],
  exhibit: null,
  callouts: [],
  speaker: '',
  note: '',
  footnote: '',
  page: null,
  isHidden: false,
  isOwn: false,
  isReworded: true,
  rule: { title, speaker: '' },
  gone: [],
  unsure: [],
  ...rest,
})

it('a number of own words is looked for among what the figures say', () => {
  const figures = slide('1—10月采用 1,030 条，国家级 138 条')
  expect(ownNumbers(figures, ['1—10月采用 1030 条，其中 138 条国家级，超计划 12 条'])).toEqual({
    known: ['1030', '138'],
    unknown: ['12'],
  })
})

it('says so where the figures changed since', () => {
  expect(goneNumbers(slide('1—10月采用 1,031 条，国家级 138 条'), ['1,030', '138'])).toEqual([
    '1,030',
  ])
})

it('is as exact as it is written, and 万 counts', () => {
  const figures = slide('阅读 122,480 次', {
    callouts: [{ text: '84.6', unit: '%', label: '预算执行率', change: null }],
  })
  expect(ownNumbers(figures, ['阅读约 12.2万 次，执行八成五，即 85%']).known).toEqual([
    '12.2万',
    '85',
  ])
  expect(ownNumbers(figures, ['阅读 12.3万 次']).unknown).toEqual(['12.3万'])
})

it('months, years and drafts are no figures', () => {
  expect(ownNumbers(slide(''), ['2024年1—10月，第2稿，3日18时，4季度']).unknown).toEqual([])
})
