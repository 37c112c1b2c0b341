import { expect, it } from 'vitest'
import { understand } from '#shared/paragraphs/propose.ts'
import { yearPeriod } from '#shared/time/period.ts'
import { acceptedEdits, proposalLabel, proposalWords, takes } from '#web/entry/accepted.ts'

const TEXT =
  '监测有力。上级采用1246条，其中国家级166条，同比增加198条；发布信息约8千条，其中爱峨边3,424条。'
const known = { lists: new Map([['platforms', new Map([['爱峨边', '爱峨边']])]]) }
const { proposals } = understand(TEXT, yearPeriod(2024), known)

it('proposals are read back in words', () => {
  expect(proposals.map((each) => `${proposalLabel(each)}：${proposalWords(each)}`)).toEqual([
    '上级采用：1,246 条',
    '国家级采用：166 条',
    '上级采用同比增减：198 条',
    '发布量：约 8,000 条',
    '发布量（爱峨边）：3,424 条',
  ])
})

it('accepted ones are kept in one act, each with its words and the sentence it stands in', () => {
  const [, , growth, , part] = proposals
  if (!growth || !part) throw new Error('five proposals')
  expect(acceptedEdits(TEXT, [growth, part], '年度总结')).toEqual({
    adds: [
      {
        label: '上级采用同比增减',
        area: 'adoption',
        value: '198',
        unit: '条',
        qualifier: 'exact',
        wording: '198条',
        periodFrom: '2024-01-01',
        periodTo: '2024-12-31',
        periodWord: '2024年',
        source: '年度总结',
        growthOf: 'adopted',
        note: '上级采用1246条，其中国家级166条，同比增加198条',
      },
      {
        label: '发布量（爱峨边）',
        area: 'publication',
        value: '3424',
        unit: '条',
        qualifier: 'exact',
        wording: '3,424条',
        periodFrom: '2024-01-01',
        periodTo: '2024-12-31',
        periodWord: '2024年',
        source: '年度总结',
        metric: 'published',
        partField: 'platform',
        partValue: '爱峨边',
        note: '发布信息约8千条，其中爱峨边3,424条',
      },
    ],
    why: '从一段话填报',
  })
})

it('a number is offered to metrics of its kind alone', () => {
  expect(takes('adopted', { value: '5', unit: '条', qualifier: 'exact' })).toBe(true)
  expect(takes('budget', { value: '5', unit: '条', qualifier: 'exact' })).toBe(false)
  expect(takes('budget', { value: '5', unit: '万元', qualifier: 'exact' })).toBe(true)
  expect(takes('adopted', { value: '5', unit: '%', qualifier: 'exact' })).toBe(false)
})
