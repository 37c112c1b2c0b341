import { describe, expect, it } from 'vitest'
import { readAffairs, type AffairsAnswer } from '#shared/contract/affairs.ts'
import { addRecords } from '#shared/contract/records.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { ask, ownExample } from '#test/support/memory-desk.ts'

const desk = await ownExample()
const board = (p: string) => ask(desk, readAffairs, `/boards/affairs?p=${p}`)
const figures = ({ answers }: AffairsAnswer) =>
  Object.fromEntries(answers.map(({ metric, figure }) => [metric, valueOf(figure)]))

describe('综合事务 of the example', () => {
  it('counts the year', async () => {
    expect(figures(await board('2024'))).toEqual({
      rectificationsFound: 4,
      rectificationsDone: 2,
      rectificationsOpen: 2,
      rectificationsOverdue: 1,
      meetings: 71,
      attendanceRate: expect.closeTo(0.904, 3),
      honours: 5,
      aidVisits: 7,
      aidMoney: 2_000_000,
      aidPeople: 531,
      staffInPost: 17,
    })
  })

  it('stood at 18 in post before one left in May', async () => {
    const april = await board('2024-04')
    const staff = april.answers.filter(({ metric }) => metric === 'staffInPost')
    expect(staff.map(({ figure }) => valueOf(figure))).toEqual([18, 18])
    const kinds = staff.find(({ by }) => by === 'kind')?.parts ?? []
    expect(kinds.map(({ value, figure }) => [value, valueOf(figure)])).toEqual([
      ['public', 17],
      ['worker', 1],
      ['contract', 0],
    ])
  })
})

describe('open findings', () => {
  it('stand with the longest overdue first, as of the period’s end', async () => {
    const { findings } = await board('2024-12')
    expect(findings).toMatchObject({ at: '2024-12-31', total: 2, late: 1, undated: 0 })
    expect(findings.list.map(({ finding, late }) => [finding, late])).toEqual([
      ['客户端下载量较低', 61],
      ['培训计划没有落实', 0],
    ])
  })

  it('are as many as the figure says, month by month, and tell when they were done', async () => {
    const july = await board('2024-07')
    expect([july.findings.total, figures(july).rectificationsOpen]).toEqual([2, 2])
    const june = await board('2024-06')
    expect([june.findings.total, figures(june).rectificationsOpen]).toEqual([4, 4])
    expect(june.findings.list[0]).toMatchObject({
      finding: '播出机房登记不完整',
      late: 0,
      doneOn: '2024-07-12',
    })
  })

  it('said to be done without a day are told apart', async () => {
    await ask(desk, addRecords, '/ledgers/rectifications/records', {
      why: '补登',
      rows: [
        { foundOn: '2024-12-02', source: '上级检查', finding: '栏目缺少彝语', state: '已完成' },
      ],
    })
    const { findings } = await board('2024-12')
    expect([findings.total, findings.undated]).toEqual([2, 1])
  })
})
