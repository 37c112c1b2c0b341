import { expect, it } from 'vitest'
import { prepared, csvFile } from '#test/support/import-files.ts'
import { chosenFor, sameWords, wordsCorrection } from '#web/import/same-words.ts'

const HEAD = ['发布日期', '标题', '平台', '体裁', '阅读量']
const row = (day: number, form: string, reads = '9') => [
  `2024-01-0${day}`,
  '春耕',
  '抖音',
  form,
  reads,
]
const { sections } = prepared(
  csvFile('发稿.csv', [
    HEAD,
    row(1, '消息'),
    row(2, '消息', '不详'),
    row(3, '通讯'),
    row(4, '消息', '不详'),
    row(5, ''),
    row(6, ''),
  ]),
).preview

it('texts that several refused cells hold are one question each, empty ones none', () => {
  expect(sameWords(sections).map(({ heading, value, cells }) => [heading, value, cells])).toEqual([
    ['体裁', '消息', 3],
    ['阅读量', '不详', 2],
  ])
  expect(sameWords(sections)[0]?.options.slice(0, 2)).toEqual(['图文', '视频'])
})

it('what was chosen is one correction; of nothing there is none', () => {
  const [first] = sameWords(sections)
  expect(wordsCorrection(sameWords(sections), {})).toBeNull()
  expect(wordsCorrection(sameWords(sections), { [first?.id ?? '']: '图文' })).toEqual({
    words: {
      headings: sections[0]?.headings,
      ledger: 'pieces',
      columns: { 体裁: { 消息: '图文' } },
    },
  })
})

it('what was chosen for other headings stays chosen until it is sent as well', () => {
  const others = csvFile('抖音.csv', [
    [...HEAD, '作者'],
    [...row(7, '快讯'), '甲'],
    [...row(8, '快讯'), '甲'],
  ])
  const groups = sameWords([...sections, ...prepared(others).preview.sections])
  const [first, , third] = groups
  const chosen = { [first?.id ?? '']: '图文', [third?.id ?? '']: '视频' }
  const sent = wordsCorrection(groups, chosen)
  expect(sent?.words.columns).toEqual({ 体裁: { 消息: '图文' } })
  const later = sent ? chosenFor(groups, chosen, sent) : {}
  expect(wordsCorrection(groups, later)?.words.columns).toEqual({ 体裁: { 快讯: '视频' } })
})
