import { describe, expect, it } from 'vitest'
import type { Answer, Comparison } from '#shared/contract/figures.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { monthPeriod, rangePeriod } from '#shared/time/period.ts'
import {
  basisText,
  changeText,
  figureLine,
  figureText,
  markText,
  unitWord,
  unreviewedText,
} from '#shared/headlines/figure-text.ts'

const OCTOBER = monthPeriod('2024-10')

const counted = (
  value: number,
  rest: Partial<Extract<Figure, { state: 'counted' }>> = {},
): Figure => ({
  state: 'counted',
  value,
  complete: true,
  from: '2024-10-01',
  to: '2024-10-31',
  blank: 0,
  ...rest,
})

const stated = (value: number, qualifier: string, wording: string): Figure => ({
  state: 'stated',
  value,
  complete: true,
  qualifier,
  wording,
  source: '2024年度自评报告',
  record: 'r1',
})

const compared = (change: Comparison['change']): Comparison => ({
  change,
  period: OCTOBER,
  against: monthPeriod('2023-10'),
  isCut: false,
})

const answer = (rest: Partial<Answer>): Answer => ({
  metric: 'adopted',
  by: null,
  period: OCTOBER,
  figure: counted(150),
  yoy: null,
  mom: null,
  parts: [],
  months: [],
  monthsBefore: [],
  stated: [],
  quoted: [],
  targets: [],
  ...rest,
})

describe('a figure on the page', () => {
  it('a count has thousands and its unit apart', () => {
    expect(figureText(counted(1044), '条')).toEqual({
      text: '1,044',
      unit: '条',
      note: '',
      isNumber: true,
    })
  })

  it('an exact stated figure is a number that says where it comes from', () => {
    expect(figureText(stated(7798, 'exact', '7798条'), '条')).toEqual({
      text: '7,798',
      unit: '条',
      note: '填报数，来自2024年度自评报告',
      isNumber: true,
    })
  })

  it('a vague stated figure keeps its wording', () => {
    expect(figureText(stated(110_000, 'moreThan', '11万余人次'), '人').text).toBe('11万余人次')
  })

  it('what was added up from vague ones is printed with its word', () => {
    const sum = stated(1246, 'about', '')
    expect(figureText(sum, '条')).toEqual({
      text: '约 1,246',
      unit: '条',
      note: '由填报数算出，来自2024年度自评报告',
      isNumber: true,
    })
    expect(figureLine(stated(1246, 'nearly', ''), '条')).toBe('近 1,246 条')
    expect(figureLine(stated(0.036, 'about', ''), 'ratio')).toBe('约 3.60%')
  })

  it('a missing figure says why in words', () => {
    const missing = figureText({ state: 'none', why: 'noDueHours' }, 'ratio')
    expect(missing).toEqual({ text: '未设应播时长', unit: '', note: '', isNumber: false })
  })

  it('zero is a number', () => {
    expect(figureText(counted(0), 'duration')).toMatchObject({
      text: '0',
      unit: '秒',
      isNumber: true,
    })
  })

  it('records that leave the value empty are told beside it', () => {
    expect(figureText(counted(2003252, { blank: 1249 }), '次').note).toBe('另有 1,249 条未填')
  })

  it('in a line of text percent stands close, other units apart', () => {
    expect(figureLine(counted(0.0236), 'ratio')).toBe('2.36%')
    expect(figureLine(counted(36_078_000_0), 'money')).toBe('360.78 万元')
    expect(figureLine({ state: 'none', why: 'noMonths' }, '条')).toBe('无分月')
  })
})

describe('what stands beside a number', () => {
  it('a stated one is marked as such, an unfinished one by the day it reaches', () => {
    expect(markText(stated(1246, 'exact', '1246条'))).toBe('填报')
    expect(markText(counted(700, { complete: false, to: '2024-10-23' }))).toBe('截至 10月23日')
    expect(markText(counted(1044))).toBe('')
    expect(markText({ state: 'none', why: 'notYet' })).toBe('')
  })
})

describe('a change on the page', () => {
  const alerted = metricOf('alerted')

  it('more alerts point up and are not good', () => {
    expect(
      changeText(compared({ kind: 'percent', ratio: 0.094, from: 149 }), 'yoy', alerted),
    ).toEqual({
      text: '▲ 9.4% 同比',
      tone: 'bad',
      span: '',
    })
  })

  it('from zero there is no percentage', () => {
    expect(changeText(compared({ kind: 'new', amount: 12 }), 'mom', metricOf('adopted')).text).toBe(
      '▲ 环比新增 12 条',
    )
  })

  it('a rate changes by points', () => {
    const change = { kind: 'points', points: -1.3, from: 0.86 } as const
    expect(changeText(compared(change), 'yoy', metricOf('executionRate'))).toEqual({
      text: '▼ 1.3 个百分点 同比',
      tone: 'bad',
      span: '',
    })
  })

  it('an unfinished period names the equal days it is compared over', () => {
    const cut = (from: string, to: string, before: readonly [string, string]): Comparison => ({
      change: { kind: 'percent', ratio: 0.1, from: 80 },
      period: rangePeriod(from, to),
      against: rangePeriod(...before),
      isCut: true,
    })
    const month = cut('2024-10-01', '2024-10-23', ['2023-10-01', '2023-10-23'])
    expect(changeText(month, 'yoy', alerted).span).toBe('1—23日 对 上年1—23日')
    const before = cut('2024-10-01', '2024-10-23', ['2024-09-01', '2024-09-23'])
    expect(changeText(before, 'mom', alerted).span).toBe('10月1—23日 对 9月1—23日')
    const year = cut('2024-01-01', '2024-10-23', ['2023-01-01', '2023-10-23'])
    expect(changeText(year, 'yoy', alerted).span).toBe('1月1日—10月23日 对 上年1月1日—10月23日')
  })

  it('no comparison has no arrow and no colour', () => {
    expect(changeText(compared({ kind: 'none', why: 'notCovered' }), 'yoy', alerted)).toEqual({
      text: '同比：上年同期未登记',
      tone: 'flat',
      span: '',
    })
  })
})

describe('where a figure comes from', () => {
  it('names period, days and what was stated beside it', () => {
    expect(basisText(answer({ stated: [stated(151, 'exact', '151条')] }))).toEqual([
      '期间：2024年10月',
      '由台账记录合计',
      '计入 10月1—31日',
      '另有填报数 151条（准确，2024年度自评报告）',
    ])
  })

  it('an unfinished month names the days on both sides of the comparison', () => {
    const lines = basisText(
      answer({
        figure: counted(88, { complete: false, to: '2024-10-23' }),
        yoy: {
          change: { kind: 'percent', ratio: 0.1, from: 80 },
          period: rangePeriod('2024-10-01', '2024-10-23'),
          against: rangePeriod('2023-10-01', '2023-10-23'),
          isCut: true,
        },
      }),
    )
    expect(lines).toContain('计入 10月1—23日，期间未完整')
    expect(lines).toContain('同比：10月1—23日 对 上年10月1—23日')
  })
})

describe('what is not reviewed', () => {
  const told = (isCounted: boolean, figure: Figure = counted(150)) =>
    unreviewedText({ figure, unreviewed: { records: 1200, isCounted } })

  it('is said to be in the figure or beside it', () => {
    expect(told(true)).toBe('其中 1,200 条未审核')
    expect(told(false)).toBe('另有 1,200 条未审核，未计入')
    expect(basisText(answer({ unreviewed: { records: 2, isCounted: false } }))).toContain(
      '另有 2 条未审核，未计入',
    )
  })

  it('is not said of a stated figure, nor where all is reviewed', () => {
    expect(told(true, stated(151, 'exact', '151条'))).toBe('')
    expect(unreviewedText({ figure: counted(150) })).toBe('')
  })
})

it('a chart names its unit as people say it', () => {
  expect(unitWord('money')).toBe('万元')
  expect(unitWord('hours')).toBe('小时')
  expect(unitWord('条')).toBe('条')
})
