import { describe, expect, it } from 'vitest'
import { BUDGET_SETTINGS } from '#shared/settings/budget.ts'
import { budgetForm, budgetFrom } from '#web/settings/budget-form.ts'

const form = (change: Partial<ReturnType<typeof budgetForm>> = {}) => ({
  ...budgetForm(BUDGET_SETTINGS),
  ...change,
})

describe('the form of the budget settings', () => {
  it('shows amounts in 万元 and nothing for a limit that is not set', () => {
    expect(form()).toMatchObject({ paceFrom: '0', farBelow: '-5', splitLimit: '', roundTo: '1' })
    expect(budgetForm({ ...BUDGET_SETTINGS, splitLimit: 123_450_000 }).splitLimit).toBe('123.45')
    expect(budgetForm({ ...BUDGET_SETTINGS, roundTo: 10_000_000 }).roundTo).toBe('10')
  })

  it('gives back what it was made of', () => {
    expect(budgetFrom(form())).toEqual({ settings: BUDGET_SETTINGS, faults: [] })
  })

  it('reads either minus sign, and 万元 as whole 分', () => {
    const { settings } = budgetFrom(form({ farBelow: ' −2.5 ', splitLimit: '20' }))
    expect(settings).toMatchObject({ farBelow: -2.5, splitLimit: 20_000_000 })
  })

  it('says what is wrong, all of it at once', () => {
    const wrong = { farBelow: '3', reasonBelow: '101', splitLimit: '0', splitDays: '0' }
    const { settings, faults } = budgetFrom(form({ ...wrong, reasonAbove: '多', roundTo: '' }))
    expect(settings).toBeNull()
    expect(faults).toEqual([
      '两个差值是 −100 到 100 的数，“过慢”的不能高于“跟上”的。',
      '要说明原因的比例是 0 到 100 的整数。',
      '超出指标值的比例是 0 到 1000 的整数。',
      '采购限额是大于 0 的万元数，不查就留空。',
      '化整为零的天数是 1 到 366 的整数。',
      '整数支付的倍数是大于 0 的万元数。',
    ])
  })
})
