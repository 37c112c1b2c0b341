import { expect, it } from 'vitest'
import type { Store } from '#server/store/store.ts'
import { load, sums } from './acts.ts'

const payment = (paidOn: string, amount: number, project: string) => ({
  paidOn,
  amount,
  project,
  category: 'project',
})

export function addsUp(store: () => Store): void {
  const loadPayments = () =>
    load(store(), 'b1', 'payments', [
      payment('2024-03', 100_00, '设备'),
      payment('2024-03-15', 20_00, '设备'),
      payment('2024-03-20', 3_00, '培训'),
      payment('2024-04-01', 5_00, '设备'),
      payment('2023-12-31', 7_00, '设备'),
    ])

  it('a payment dated to the month counts for the month but for none of its days', async () => {
    await loadPayments()
    expect(await sums(store(), 'payments', 'amount')).toEqual([
      ['2024-03', 123_00, 3, 0],
      ['2024-04', 5_00, 1, 0],
    ])
    const days = { from: '2024-03-01', to: '2024-03-31', grain: 'day' } as const
    expect(await sums(store(), 'payments', 'amount', days)).toEqual([
      ['2024-03-15', 20_00, 1, 0],
      ['2024-03-20', 3_00, 1, 0],
    ])
  })

  it('both ends of a span of days are inside it', async () => {
    await loadPayments()
    const days = { from: '2024-03-20', to: '2024-04-01', grain: 'day' } as const
    expect(await sums(store(), 'payments', 'amount', days)).toEqual([
      ['2024-03-20', 3_00, 1, 0],
      ['2024-04-01', 5_00, 1, 0],
    ])
  })

  it('a budget line dated to the year stands in its January', async () => {
    await load(store(), 'b1', 'budgetLines', [
      { year: '2024', category: 'project', project: '设备', initial: 900_00 },
    ])
    expect(await sums(store(), 'budgetLines', 'budget')).toEqual([['2024-01', 900_00, 1, 0]])
    expect(await sums(store(), 'budgetLines', 'budget', { grain: 'day' })).toEqual([])
  })

  it('a cut gives one row a value, sorted by month and value, empty cells under an empty value', async () => {
    await load(store(), 'b1', 'checks', [
      { day: '2024-02-01', category: '消防', result: 'passed' },
      { day: '2024-01-09', category: '设备', result: 'danger' },
      { day: '2024-01-08', category: '消防', result: 'passed', place: '机房' },
    ])
    expect(await sums(store(), 'checks', 'records', { cut: ['place'] })).toEqual([
      ['2024-01', '', 1, 1, 0],
      ['2024-01', '机房', 1, 1, 0],
      ['2024-02', '', 1, 1, 0],
    ])
    expect(await sums(store(), 'checks', 'dangers', { cut: ['category'] })).toEqual([
      ['2024-01', '设备', 1, 1, 0],
    ])
  })

  it('a cut of two fields gives both values', async () => {
    await load(store(), 'b1', 'adoptions', [
      { day: '2024-01-05', work: '春耕', outlet: '州日报', level: 'municipal' },
      { day: '2024-01-06', work: '春耕', outlet: '省台', level: 'provincial' },
    ])
    expect(await sums(store(), 'adoptions', 'records', { cut: ['level', 'outlet'] })).toEqual([
      ['2024-01', 'municipal', '州日报', 1, 1, 0],
      ['2024-01', 'provincial', '省台', 1, 1, 0],
    ])
  })

  it('the grain all adds the months up and tells only values apart', async () => {
    await loadPayments()
    const all = { cut: ['project'], grain: 'all' } as const
    expect(await sums(store(), 'payments', 'amount', all)).toEqual([
      ['', '培训', 3_00, 1, 0],
      ['', '设备', 125_00, 3, 0],
    ])
  })

  it('an empty cell is blank and adds nothing; a zero is a record', async () => {
    await load(store(), 'b1', 'monitoring', [
      { day: '2024-05-01', monitored: 0 },
      { day: '2024-05-02' },
    ])
    expect(await sums(store(), 'monitoring', 'monitored')).toEqual([['2024-05', 0, 1, 1]])
    const days = { from: '2024-05-01', to: '2024-05-31', grain: 'day' } as const
    expect(await sums(store(), 'monitoring', 'monitored', days)).toEqual([
      ['2024-05-01', 0, 1, 0],
      ['2024-05-02', 0, 0, 1],
    ])
  })

  it('a store that holds nothing answers nothing', async () => {
    expect(await sums(store(), 'pieces', 'records', { grain: 'all' })).toEqual([])
  })
}
