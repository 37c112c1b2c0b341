import type { SafetySettings } from '#shared/settings/safety.ts'

const DAILY = [1, 2, 3, 4, 5, 6, 7]

/** 2024's schedules, plans and thresholds; all invented, the real thresholds are not public. */
export const EXAMPLE_SAFETY: SafetySettings = {
  schedules: [
    {
      channel: '综合频道',
      from: '2024-01-01',
      to: null,
      hours: [{ weekdays: DAILY, start: '05:50', end: '05:30' }],
      breaks: [{ weekdays: [2], start: '02:00', end: '05:00' }],
    },
    {
      channel: '综合广播',
      from: '2024-01-01',
      to: null,
      hours: [{ weekdays: DAILY, start: '06:00', end: '23:00' }],
      breaks: [{ weekdays: [2], start: '14:00', end: '16:00' }],
    },
  ],
  gradeRules: [
    {
      tier: '三级（示例，自定）',
      channels: ['综合频道', '综合广播'],
      considerable: 90,
      major: 600,
      extraordinary: 1800,
    },
  ],
  checkPlans: [
    {
      category: '安全播出',
      place: '综合频道播出机房',
      timesPerMonth: 1,
      from: '2024-01-01',
      to: null,
    },
    { category: '安全播出', place: '', timesPerMonth: 1, from: '2024-01-01', to: null },
    { category: '消防设备', place: '', timesPerMonth: 1, from: '2024-01-01', to: null },
    { category: '网络安全', place: '', timesPerMonth: 1, from: '2024-01-01', to: null },
  ],
  stopRateLimits: [{ channel: '综合频道', perHundredHours: 36 }],
}
