import { expect, it } from 'vitest'
import { statedArea, statedUnit } from '#shared/headlines/stated-words.ts'
import { statedMetric, statedPeriod, statedValue } from '#web/records/stated-text.ts'

it('a stated value keeps how exact it is', () => {
  expect(statedValue({ value: '1246', unit: '条', qualifier: 'exact' })).toBe('1,246 条')
  expect(statedValue({ value: '140', unit: '期', qualifier: 'moreThan' })).toBe('140余期')
  expect(statedValue({ value: '12.30', unit: '万次', qualifier: 'about' })).toBe('约 12.30 万次')
})

it('a period is worded as its source words it', () => {
  expect(
    statedPeriod({ periodWord: '2024年', periodFrom: '2024-01-01', periodTo: '2024-12-31' }),
  ).toBe('2024年')
  expect(statedPeriod({ periodWord: null, periodFrom: '2024-01-01', periodTo: '2024-03-31' })).toBe(
    '2024-01-01 至 2024-03-31',
  )
})

it('a metric brings its name, area and usual unit', () => {
  expect(statedMetric({ metric: 'adoptedNational' })).toBe('国家级采用')
  expect(statedMetric({ metric: null })).toBe('—')
  expect(statedArea('adopted')).toBe('adoption')
  expect(statedUnit('adopted')).toBe('条')
})
