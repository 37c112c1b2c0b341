import { expect, it } from 'vitest'
import { columnsOf, isSameWork } from '#shared/metrics/adoption/campaigns.ts'

it('takes a piece of the same title for the work from 60 days before to 7 days after', () => {
  expect(isSameWork('2024-10-01', '2024-08-02')).toBe(true)
  expect(isSameWork('2024-10-01', '2024-08-01')).toBe(false)
  expect(isSameWork('2024-10-01', '2024-10-08')).toBe(true)
  expect(isSameWork('2024-10-01', '2024-10-09')).toBe(false)
})

it('names each column of an adopted work once', () => {
  const pieces = [
    { day: '2024-09-20', column: '县庆' },
    { day: '2024-09-21', column: '县庆' },
    { day: '2024-09-21', column: '文旅' },
    { day: '2023-09-21', column: '往年' },
  ]
  expect(columnsOf('2024-10-01', pieces)).toEqual(['县庆', '文旅'])
})
