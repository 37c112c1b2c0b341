import { describe, expect, it } from 'vitest'
import { EXAMPLE_SAFETY } from '#example/safety-settings.ts'
import { safetyForm, safetyFrom } from '#web/settings/safety-form.ts'

const EMPTY = { schedules: [], plans: [], grades: [], limits: [] }
const faultsOf = (change: Partial<ReturnType<typeof safetyForm>>) =>
  safetyFrom({ ...EMPTY, ...change }).faults

describe('the form of safety settings', () => {
  it('gives back what it was made of', () => {
    expect(safetyFrom(safetyForm(EXAMPLE_SAFETY))).toEqual({ settings: EXAMPLE_SAFETY, faults: [] })
  })

  it('names the line of a schedule it cannot read, and what is missing', () => {
    const row = { channel: '', from: '2024-01-01', to: '', hours: '早六点', breaks: '' }
    expect(faultsOf({ schedules: [row] })).toEqual([
      '第 1 个排期：写明频道。',
      '第 1 个排期：至少写一行播出时段。',
      '第 1 个排期：“早六点”读不出来，写成 每天 06:00—23:00 或 周二 14:00—16:00。',
    ])
  })

  it('wants days in order, the last of them perhaps empty', () => {
    const row = { category: '消防设备', place: '', times: '1', from: '2024-03-01', to: '' }
    expect(faultsOf({ plans: [row] })).toEqual([])
    expect(faultsOf({ plans: [{ ...row, to: '2024-02-01' }] })).toHaveLength(1)
    expect(faultsOf({ plans: [{ ...row, from: '2024-02-30' }] })).toHaveLength(1)
    expect(faultsOf({ plans: [{ ...row, times: '0' }] })).toEqual([
      '第 1 个计划：每月次数是 1 到 99 的整数。',
    ])
  })

  it('wants thresholds to rise, those left empty apart', () => {
    const row = { tier: '', channels: '综合频道', considerable: '90', major: '', extraordinary: '' }
    const { settings, faults } = safetyFrom({ ...EMPTY, grades: [row] })
    expect(faults).toEqual([])
    expect(settings.gradeRules).toEqual([
      { tier: '', channels: ['综合频道'], considerable: 90, major: null, extraordinary: null },
    ])
    expect(faultsOf({ grades: [{ ...row, extraordinary: '90' }] })).toEqual([
      '第 1 个阈值：级别越高，秒数要越大。',
    ])
    expect(faultsOf({ grades: [{ ...row, major: '十分钟' }] })).toHaveLength(1)
  })

  it('wants a limit above zero', () => {
    expect(faultsOf({ limits: [{ channel: '综合频道', rate: '0' }] })).toHaveLength(1)
    expect(faultsOf({ limits: [{ channel: '综合频道', rate: '36.5' }] })).toEqual([])
  })
})
