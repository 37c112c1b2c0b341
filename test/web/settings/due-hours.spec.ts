import { expect, it } from 'vitest'
import { channelRow, dueSeconds } from '#web/settings/due-hours.ts'

it('due hours and minutes come back as they were set', () => {
  const row = channelRow({ name: '综合频道', dueSecondsPerDay: 85_200 })
  expect(row).toEqual({ name: '综合频道', hours: '23', minutes: '40' })
  expect(dueSeconds(row)).toBe(85_200)
})

it('a channel is due a day at most, and nothing is guessed', () => {
  expect(dueSeconds({ name: '', hours: '24', minutes: '0' })).toBe(86_400)
  expect(dueSeconds({ name: '', hours: '24', minutes: '1' })).toBeNull()
  expect(dueSeconds({ name: '', hours: '', minutes: '0' })).toBeNull()
  expect(dueSeconds({ name: '', hours: '5', minutes: '60' })).toBeNull()
})
