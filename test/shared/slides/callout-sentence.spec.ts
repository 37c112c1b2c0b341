import { expect, it } from 'vitest'
import { calloutSentence } from '#shared/slides/callout-sentence.ts'

const callout = {
  text: '150',
  unit: '条',
  label: '10月上级采用',
  change: { text: '▲ 27.1% 同比', tone: 'good' as const },
}
const period = {
  kind: 'month' as const,
  key: '2024-10',
  from: '2024-10-01',
  to: '2024-10-31',
}

it('a number beside a chart is pasted with its change, whose it is and of when', () => {
  expect(calloutSentence(callout, { centre: '某县', freeze: null, asOf: '2024-11-01 09:00' })).toBe(
    '10月上级采用 150 条，▲ 27.1% 同比（某县 · 数据截至 2024-11-01 09:00）',
  )
})

it('of a 定稿 it names the draft; without a change it names none', () => {
  const freeze = { period, number: 2, at: '', by: '', note: '', content: '' }
  expect(
    calloutSentence(
      { ...callout, change: null, unit: '' },
      { centre: '', freeze, asOf: '2024-11-01 09:00' },
    ),
  ).toBe('10月上级采用 150（2024年10月 第2稿 · 数据截至 2024-11-01 09:00）')
})
