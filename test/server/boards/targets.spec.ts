import { describe, expect, it } from 'vitest'
import { readFigure, type TargetProgress } from '#shared/contract/figures.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, ownExample } from '#test/support/memory-desk.ts'

const desk = await ownExample()

async function targets(address: string): Promise<readonly TargetProgress[]> {
  return (await ask(desk, readFigure, `/figures/${address}`)).targets
}

const one = async (address: string, label: string): Promise<TargetProgress | undefined> =>
  (await targets(address)).find((target) => target.label === label)

describe('the targets of the example year', () => {
  it('1,245 adoptions are 103.75 % of 1,200: reached when the year is over', async () => {
    expect(await one('adopted?p=2024', '全年上级采用 1200 条')).toMatchObject({
      kind: 'total',
      low: 1200,
      value: 1245,
      progress: 1.0375,
      pace: 1,
      isMet: true,
      projected: null,
      through: '2024-12-31',
    })
  })

  it('at the end of October they are judged by what was there then', async () => {
    const target = await one('adopted?p=2024-10', '全年上级采用 1200 条')
    const { figure } = await ask(desk, readFigure, '/figures/adopted?p=2024-01-01..2024-10-31')
    const value = figure.state === 'counted' ? figure.value : 0
    expect(target).toMatchObject({
      value,
      pace: 10 / 12,
      progress: value / 1200,
      projected: Math.round((value * 366) / 305),
      through: '2024-10-31',
    })
    expect(target?.projectedByLastYear).not.toBeNull()
  })

  it('the daily floor of 峨边在线 holds 366 days to three pieces', async () => {
    const target = await one('published?p=2024', '峨边在线每天不少于 3 条')
    expect(target).toMatchObject({
      kind: 'floor',
      step: 'day',
      low: 3,
      counted: 366,
      part: { field: 'platform', value: '峨边在线' },
    })
    const october = await one('published?p=2024-10', '峨边在线每天不少于 3 条')
    expect(october?.counted).toBe(305)
  })

  it('stoppage stays below half an hour', async () => {
    expect(await one('stoppage?p=2024', '全年停播不超过 30 分钟')).toMatchObject({
      kind: 'ceiling',
      high: 1800,
      isMet: true,
      pace: 1,
      projected: null,
    })
  })

  it('leave other years and other metrics alone', async () => {
    expect(await targets('adopted?p=2023')).toEqual([])
    expect(await targets('checked?p=2024')).toEqual([])
  })
})

describe('a target somebody wrote', () => {
  it('of a running year is judged by the days that are over', async () => {
    const own = await ownExample(Date.parse('2024-11-20T02:00:00Z'))
    const { targets: [floor] = [] } = await ask(own, readFigure, '/figures/published?p=2024')
    // 20 November itself is not over: 1 January to 19 November are 324 days.
    expect(floor).toMatchObject({ step: 'day', counted: 324, through: '2024-11-19' })
  })

  it('in a unit that does not fit is shown with the reason', async () => {
    const row = {
      label: '检查 100 件',
      metric: '检查',
      kind: 'total',
      low: '100',
      unit: '件',
      from: '2024-01-01',
      to: '2024-12-31',
    }
    await ask(desk, addRecords, '/ledgers/targets/records', { rows: [row] })
    expect(await targets('checked?p=2024')).toEqual([
      expect.objectContaining({ label: '检查 100 件', value: null, doubt: 'unlikeUnit' }),
    ])
  })
})
