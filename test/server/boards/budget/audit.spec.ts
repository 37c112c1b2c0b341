import { describe, expect, it } from 'vitest'
import { readBudget, type BudgetAnswer } from '#shared/contract/budget.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()
const page = (p: string) => ask(desk, readBudget, `/boards/budget?p=${p}`)

describe('what the auditor will ask', () => {
  const stateOf = (board: BudgetAnswer, id: string) =>
    board.audit.find((check) => check.id === id) ?? null

  it('2024: five of 23 checks find something, those first; what cannot be made stands last', async () => {
    const { audit } = await page('2024')
    expect(audit).toHaveLength(23)
    expect(
      audit.filter(({ count }) => count > 0).map(({ id, count, of }) => [id, count, of]),
    ).toEqual([
      ['noSample', 4, 4],
      ['beforeBudget', 2, 45],
      ['roundAtYearEnd', 1, 5],
      ['twoNames', 2, 5],
      ['allPerfect', 15, 3],
    ])
    expect(audit.at(-1)).toMatchObject({ id: 'split', state: 'unable' })
    expect(audit.at(-1)?.why).toMatch(/没有设采购限额/)
  })

  it('names the records: both were paid before the approval of 20 January', async () => {
    const check = stateOf(await page('2024'), 'beforeBudget')
    expect(check?.records.map(({ ledger, label }) => [ledger, label])).toEqual([
      ['payments', '2024-01-10 人员经费'],
      ['payments', '2024-01-17 推广服务与设备维护'],
    ])
    const amounts = check?.records.map(({ amount }) => amount ?? 0) ?? []
    expect(check?.amount).toBe((amounts[0] ?? 0) + (amounts[1] ?? 0))
  })

  it('the stated budget agrees in 2024; 2023 has none to compare with', async () => {
    expect(stateOf(await page('2024'), 'statedDiffers')).toMatchObject({ count: 0, of: 1 })
    expect(stateOf(await page('2023'), 'statedDiffers')).toMatchObject({ state: 'unable' })
  })

  it('2023: 20,000 of 数字化建设 are left without a reason', async () => {
    expect(stateOf(await page('2023'), 'lowExecution')).toMatchObject({
      count: 1,
      of: 4,
      amount: 2_000_000,
      records: [{ ledger: 'budgetLines', label: '数字化建设项目' }],
    })
  })

  it('October does not ask what only a year’s end can answer', async () => {
    const board = await page('2024-10')
    for (const id of ['lowExecution', 'roundAtYearEnd', 'allPerfect'])
      expect(stateOf(board, id)?.state).toBe('unable')
  })
})
