import { describe, expect, it } from 'vitest'
import { workingDays } from '#shared/time/working-days.ts'
import { CALENDAR } from '#server/boards/sentiment/working-calendar.ts'

describe('working days', () => {
  // October 2024: off 1 to 7, worked on Saturday 12.
  const october = workingDays(
    ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
    ['2024-10-12'],
  )

  it('are Monday to Friday, less the holidays, with the weekend days worked instead', () => {
    expect(october.isWorking('2024-10-08')).toBe(true)
    expect(october.isWorking('2024-10-07')).toBe(false)
    expect(october.isWorking('2024-10-06')).toBe(false)
    expect(october.isWorking('2024-10-12')).toBe(true)
    expect(october.isWorking('2024-10-13')).toBe(false)
  })

  it('are counted from the day after', () => {
    expect(october.after('2024-09-30', 1)).toBe('2024-10-08')
    expect(october.after('2024-10-10', 2)).toBe('2024-10-12')
    expect(october.after('2024-10-10', 3)).toBe('2024-10-14')
    expect(october.after('2024-10-10', 0)).toBe('2024-10-10')
    expect(october.between('2024-09-30', '2024-10-08')).toBe(1)
    expect(october.between('2024-10-10', '2024-10-14')).toBe(3)
    expect(october.between('2024-10-10', '2024-10-10')).toBe(0)
  })

  it('between a day and one before it are nothing', () => {
    expect(october.between('2024-10-10', '2024-10-09')).toBeNull()
  })

  it('of a year without a notice are not guessed', () => {
    expect(october.isWorking('2025-01-01')).toBeNull()
    expect(october.after('2024-12-31', 1)).toBeNull()
    expect(october.between('2024-12-31', '2025-01-02')).toBeNull()
    expect(october.known).toEqual({ from: 2024, to: 2024 })
    expect(workingDays([], []).known).toBeNull()
  })
})

describe('the kept calendar', () => {
  it('knows the years 2023 to 2026', () => {
    expect(CALENDAR.known?.from).toBeLessThanOrEqual(2023)
    expect(CALENDAR.known?.to).toBeGreaterThanOrEqual(2026)
  })

  it('agrees with the notices of 国务院办公厅 for 2024 and 2025', () => {
    // 国办发明电〔2023〕7号: 2月4日、18日, 4月7日、28日, 5月11日, 9月14日、29日, 10月12日上班.
    const worked2024 = ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']
    expect(worked2024.map((day) => CALENDAR.isWorking(`2024-${day}`))).toEqual(
      worked2024.map(() => true),
    )
    expect(CALENDAR.isWorking('2024-02-12')).toBe(false)
    expect(CALENDAR.isWorking('2024-09-17')).toBe(false)
    // 国办发明电〔2024〕12号: 1月26日, 2月8日, 4月27日, 9月28日, 10月11日上班.
    const worked2025 = ['01-26', '02-08', '04-27', '09-28', '10-11']
    expect(worked2025.map((day) => CALENDAR.isWorking(`2025-${day}`))).toEqual(
      worked2025.map(() => true),
    )
    expect(CALENDAR.isWorking('2025-10-08')).toBe(false)
  })

  it('counts a petition of 26 September 2024 with seven working days to 11 October', () => {
    expect(CALENDAR.after('2024-09-26', 7)).toBe('2024-10-11')
  })
})
