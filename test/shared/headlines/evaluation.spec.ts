import { beforeAll, describe, expect, it } from 'vitest'
import { readBudget } from '#shared/contract/budget.ts'
import type { Evaluation, Sheet } from '#shared/contract/evaluation.ts'
import {
  evaluationTitle,
  sheetWords,
  unscoredWords,
  weightFaultWords,
} from '#shared/headlines/evaluation.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()
const year = async (p: string): Promise<Evaluation> =>
  (await ask(desk, readBudget, `/boards/budget?p=${p}`)).evaluation

let of2024: Evaluation

beforeAll(async () => {
  of2024 = await year('2024')
})

const sheet = (over: Partial<Sheet>): Sheet => ({
  subject: 'project',
  project: '甲',
  preset: 'national',
  rows: [],
  points: 10_000,
  weight: 10_000,
  scoredWeight: 10_000,
  total: 10_000,
  weightFaults: [],
  ...over,
})

describe('the title of the self-evaluation', () => {
  it('puts the department beside the projects', () => {
    expect(evaluationTitle(of2024)).toBe('部门整体 98 分（优）；3 个项目都是 100 分')
  })

  it('says what is not registered and which reasons are missing', async () => {
    expect(evaluationTitle(await year('2023'))).toBe(
      '部门整体没有登记指标；1 个项目 85.37 分；2 项缺原因说明',
    )
    expect(evaluationTitle({ ...of2024, year: 2022, sheets: [] })).toBe('2022年没有登记绩效指标')
  })

  it('spans different scores, and averages none', () => {
    const sheets = [sheet({ total: 9000 }), sheet({ project: '乙', total: 9550 })]
    expect(evaluationTitle({ ...of2024, sheets })).toBe('部门整体没有登记指标；2 个项目 90—95.5 分')
    expect(
      evaluationTitle({ ...of2024, sheets: [...sheets, sheet({ project: '丙', total: null })] }),
    ).toBe('部门整体没有登记指标；3 个项目中 1 个没有评完')
  })
})

it('a sheet that is not scored whole says how far it is', () => {
  expect(sheetWords(sheet({ points: 4750, scoredWeight: 5000, total: null }))).toBe(
    '已评 47.5 分，满分 50；还有 50 分未评',
  )
  expect(sheetWords(sheet({ total: 7999 }))).toBe('79.99 分（中）')
})

it('faults of weights and of scores are said in words', () => {
  expect(weightFaultWords({ level: null, is: 10_500, should: 10_000 })).toBe(
    '权重合计 105，应为 100',
  )
  expect(weightFaultWords({ level: 'output', is: 6000, should: 5000 })).toBe(
    '“产出”权重 60，应为 50',
  )
  expect(unscoredWords('outsideTier')).toBe('评定得分不在这一档之内')
})
