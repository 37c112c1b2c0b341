import { describe, expect, it } from 'vitest'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { loadedPeriod } from '#web/import/loaded-period.ts'

const section = (ledger: LedgerId | null, from?: string, to?: string) => ({
  ledger,
  coverage: from && to ? { from, to } : null,
})

describe('the period to look at after an import', () => {
  it('is the year that a ledger covers whole', () => {
    expect(
      loadedPeriod([
        section('pieces', '2024-01-01', '2024-12-31'),
        section('checks', '2024-01-01', '2024-06-30'),
      ]),
    ).toBe('2024')
  })

  it('is the year when twelve sheets of one ledger make it up', () => {
    const halves = [
      section('monitoring', '2024-07-01', '2024-12-31'),
      section('monitoring', '2024-01-01', '2024-06-30'),
    ]
    expect(loadedPeriod(halves)).toBe('2024')
  })

  it('is the last month when two ledgers cover half a year each', () => {
    const halves = [
      section('pieces', '2024-01-01', '2024-06-30'),
      section('checks', '2024-07-01', '2024-12-31'),
    ]
    expect(loadedPeriod(halves)).toBe('2024-12')
  })

  it('is none where nothing covers days', () => {
    expect(loadedPeriod([section('statedFigures'), section(null)])).toBeUndefined()
  })
})
