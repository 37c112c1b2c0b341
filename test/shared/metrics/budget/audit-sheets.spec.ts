import { describe, expect, it } from 'vitest'
import type { Evaluation, IndicatorLine, Sheet } from '#shared/contract/evaluation.ts'
import * as checks from '#shared/metrics/budget/audit-sheets.ts'
import type { AuditFinding } from '#shared/metrics/budget/audit.ts'

const row = (id: string, change: Partial<IndicatorLine> = {}): IndicatorLine => ({
  id,
  level: 'output',
  second: '',
  name: `指标${id}`,
  sign: 'atLeast',
  target: '100',
  actual: '100',
  measureUnit: '条',
  weight: 2000,
  points: 2000,
  why: null,
  working: '',
  statedPoints: null,
  demand: 'none',
  reason: '',
  evidence: '',
  sample: null,
  isDropped: false,
  ...change,
})

const sheet = (rows: IndicatorLine[], change: Partial<Sheet> = {}): Sheet => ({
  subject: 'project',
  project: '峨边在线项目',
  preset: 'national',
  rows,
  points: 10_000,
  weight: 10_000,
  scoredWeight: 10_000,
  total: 10_000,
  weightFaults: [],
  ...change,
})

const year = (...sheets: Sheet[]): Evaluation => ({ year: 2024, isYearOver: true, sheets })

const found = (finding: AuditFinding) =>
  finding.state === 'unable'
    ? finding.why
    : { ids: finding.records.map(({ id }) => id), of: finding.of }

describe('a sheet is asked about', () => {
  it('where its weights do not add up', () => {
    const faulty = sheet([row('1')], {
      weightFaults: [{ level: null, is: 10_500, should: 10_000 }],
    })
    expect(found(checks.weights(year(faulty, sheet([row('2')]))))).toEqual({ ids: ['1'], of: 2 })
    expect(found(checks.weights(year()))).toBe('本年没有登记绩效指标')
  })

  it('where it states other points than the rule gives, or more than the weight', () => {
    const rows = [
      row('1', { statedPoints: 2000 }),
      row('2', { statedPoints: 1900 }),
      row('3', { statedPoints: 2100, points: null, why: 'noActual' }),
      row('4', { statedPoints: 1900, points: null, why: 'outsideTier' }),
      row('5'),
    ]
    expect(found(checks.statedScore(year(sheet(rows))))).toEqual({ ids: ['2', '3', '4'], of: 4 })
  })

  it('where points are low, or the target far exceeded, and nobody says why', () => {
    const rows = [
      row('1', { demand: 'below' }),
      row('2', { demand: 'below', reason: '设备迟到' }),
      row('3', { demand: 'above' }),
      row('4', { points: null, actual: null, why: 'noActual' }),
    ]
    expect(found(checks.missingReason(year(sheet(rows))))).toEqual({ ids: ['1'], of: 3 })
    expect(found(checks.farAbove(year(sheet(rows))))).toEqual({ ids: ['3'], of: 3 })
  })

  it('where satisfaction has no sample; one that does not apply is not asked', () => {
    const rows = [
      row('1', { level: 'satisfaction' }),
      row('2', { level: 'satisfaction', sample: 120 }),
      row('3', { level: 'satisfaction', isDropped: true }),
    ]
    expect(found(checks.noSample(year(sheet(rows))))).toEqual({ ids: ['1'], of: 2 })
  })

  it('where a reason is past 100 characters, or another’s word for word', () => {
    const rows = [
      row('1', { reason: '因'.repeat(100) }),
      row('2', { reason: '因'.repeat(101) }),
      row('3', { reason: '保障业务正常运营' }),
    ]
    const other = sheet([row('4', { reason: '保障业务正常运营' })])
    expect(found(checks.longReason(year(sheet(rows), other)))).toEqual({ ids: ['2'], of: 4 })
    expect(found(checks.sameText(year(sheet(rows), other)))).toEqual({ ids: ['3', '4'], of: 4 })
  })
})

describe('everything at full marks', () => {
  const rows = [row('1'), row('2', { evidence: '季度考核表' })]
  const paid = (ofYear: number) => ({ lines: [{ ofYear }] })

  it('wants evidence for each indicator', () => {
    expect(found(checks.allPerfect(year(sheet(rows)), paid(1)))).toEqual({ ids: ['1'], of: 1 })
  })

  it('is not asked about where a line is not paid in full or a sheet is short of 100', () => {
    expect(found(checks.allPerfect(year(sheet(rows)), paid(0.99)))).toEqual({ ids: [], of: 1 })
    const short = sheet(rows, { total: 9_800 })
    expect(found(checks.allPerfect(year(short), paid(1)))).toEqual({ ids: [], of: 1 })
  })

  it('is not judged before the year is over', () => {
    const running = { ...year(sheet(rows)), isYearOver: false }
    expect(found(checks.allPerfect(running, paid(1)))).toBe('本年还没有结束')
  })
})
