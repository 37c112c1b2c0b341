import { describe, expect, it } from 'vitest'
import { forecastByLastYear, forecastByMonths } from '#shared/metrics/budget/year-end.ts'

const TEN = { paid: 30_000_000, months: 10, lastYear: { paid: 28_000_000, whole: 35_000_000 } }

describe('what a year end is foreseen from', () => {
  it('thirty over ten months are thirty-six over twelve', () => {
    expect(forecastByMonths(TEN)).toEqual({ state: 'foreseen', amount: 36_000_000 })
  })

  it('last year four fifths were paid by then, so thirty become thirty-seven and a half', () => {
    expect(forecastByLastYear(TEN)).toEqual({ state: 'foreseen', amount: 37_500_000 })
  })

  it('is rounded to the 分', () => {
    const seven = { paid: 100, months: 7, lastYear: { paid: 1, whole: 3 } }
    // 1200 ÷ 7 = 171.43; 100 ÷ (1 ÷ 3) = 300.
    expect(forecastByMonths(seven)).toEqual({ state: 'foreseen', amount: 171 })
    expect(forecastByLastYear(seven)).toEqual({ state: 'foreseen', amount: 300 })
  })
})

describe('what is not foreseen', () => {
  it.each([
    ['the year is over', { ...TEN, months: 12 }, 'over'],
    ['payments are not known', { ...TEN, paid: null }, 'unknown'],
    ['two months are over', { ...TEN, months: 2 }, 'tooEarly'],
    ['nothing was paid yet', { ...TEN, paid: 0 }, 'nothingPaid'],
  ])('%s', (_, so, why) => {
    expect(forecastByMonths(so)).toEqual({ state: 'refused', why })
    expect(forecastByLastYear(so)).toEqual({ state: 'refused', why })
  })

  it('a year that had paid less than a fifth by then gives no rhythm', () => {
    const late = { ...TEN, lastYear: { paid: 19, whole: 100 } }
    expect(forecastByLastYear(late)).toEqual({ state: 'refused', why: 'noLastYear' })
    expect(forecastByLastYear({ ...TEN, lastYear: null })).toEqual({
      state: 'refused',
      why: 'noLastYear',
    })
    expect(forecastByMonths(late)).toEqual({ state: 'foreseen', amount: 36_000_000 })
  })
})
