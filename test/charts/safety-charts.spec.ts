import { expect, it } from 'vitest'
import { checkCalendar } from '#charts/safety-charts.ts'

const checks = {
  days: { from: '2024-01-01', to: '2024-02-29' },
  plans: [
    {
      category: '消防设备',
      place: '',
      timesPerMonth: 2,
      months: [
        { month: '2024-01', state: 'missed' as const, done: 1 },
        { month: '2024-02', state: 'met' as const, done: 2 },
      ],
    },
  ],
  checked: [
    { day: '2024-01-05', checks: 1, dangers: 1 },
    { day: '2024-01-31', checks: 1, dangers: 0 },
  ],
  covered: [{ from: '2024-01-01', to: '2024-02-10' }],
  cells: [],
}

it('a missed plan stands on the last day of its month, days without a plan are not missed', () => {
  const { days } = checkCalendar({ checks })
  const at = (day: string) => days.find((one) => one.day === day)
  expect(days.filter(({ tone }) => tone === 'bad').map(({ day }) => day)).toEqual(['2024-01-31'])
  expect(at('2024-01-31')?.label).toBe('1月31日：检查 1 次；消防设备漏 1 次')
  expect(at('2024-01-05')).toMatchObject({ tone: 'waiting', label: '1月5日：检查 1 次，隐患 1 个' })
  expect(at('2024-02-10')).toMatchObject({ tone: 'plain', value: 0 })
})

it('days that nobody registered are left out: absent is not zero', () => {
  expect(checkCalendar({ checks }).days).toHaveLength(41)
})
