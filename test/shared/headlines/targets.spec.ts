import { describe, expect, it } from 'vitest'
import type { TargetProgress } from '#shared/contract/figures.ts'
import { standingOf, targetBrief, targetLine, targetsTitle } from '#shared/headlines/targets.ts'

const target = (rest: Partial<TargetProgress>): TargetProgress => ({
  id: 't1',
  kind: 'total',
  step: 'span',
  label: '全年发布 1000 条',
  wording: '',
  source: '',
  part: null,
  low: 1000,
  high: null,
  value: 724,
  through: '2024-10-31',
  progress: 0.724,
  pace: 10 / 12,
  projected: 869,
  projectedByLastYear: null,
  isMet: null,
  missed: null,
  counted: null,
  doubt: null,
  span: { key: '2024-01-01..2024-12-31', kind: 'range', from: '2024-01-01', to: '2024-12-31' },
  ...rest,
})

const days = (missed: number) =>
  target({
    kind: 'floor',
    step: 'day',
    low: 3,
    part: { field: 'platform', value: '峨边在线' },
    progress: (305 - missed) / 305,
    pace: null,
    projected: null,
    counted: 305,
    missed,
    isMet: missed > 0 ? false : null,
  })

describe('a target in one line', () => {
  it('says how far, how far it should be, the difference in points and where it heads', () => {
    expect(targetLine(target({}), 'published')).toBe(
      '目标 1,000 条 · 已完成 72.4%，序时 83.3%，慢 10.9 个百分点 · 预计全年 869 条',
    )
    expect(targetLine(target({ progress: 0.9, projected: null }), 'published')).toBe(
      '目标 1,000 条 · 已完成 90.0%，序时 83.3%，快 6.7 个百分点',
    )
  })

  it('that is reached or missed says by how much', () => {
    const over = { pace: 1, projected: null }
    expect(
      targetLine(target({ ...over, value: 1245, progress: 1.245, isMet: true }), 'published'),
    ).toBe('目标 1,000 条 · 已完成 124.5%，已达到')
    expect(
      targetLine(target({ ...over, value: 999, progress: 0.999, isMet: false }), 'published'),
    ).toBe('目标 1,000 条 · 已完成 99.90%，差 1 条')
  })

  it('never rounds what is not whole up to 100 %', () => {
    const nearly = target({ value: 99_999, low: 100_000, progress: 0.999_99, pace: 1 })
    expect(targetLine(nearly, 'published')).toContain('已完成 99.9990%')
  })

  it('by the day counts days, and names its part', () => {
    expect(targetLine(days(24), 'published')).toBe(
      '峨边在线：每天不少于 3 条 · 305 天中 281 天做到，24 天没有',
    )
    expect(targetLine(days(0), 'published')).toBe('峨边在线：每天不少于 3 条 · 305 天全部做到')
  })

  it('of a ceiling says how much of it is used, and what went beyond', () => {
    const ceiling = { kind: 'ceiling', low: null, high: 1800, projected: null } as const
    expect(targetLine(target({ ...ceiling, value: 450, progress: 0.25 }), 'stoppage')).toBe(
      '不超过 30分 · 已用 25.0%，序时 83.3%，低 58.3 个百分点',
    )
    expect(
      targetLine(target({ ...ceiling, value: 1860, progress: 1.03, isMet: false }), 'stoppage'),
    ).toBe('不超过 30分 · 已用 103.0%，超出 1分')
  })

  it('of a rate says what it is now', () => {
    const rate = target({ low: 0.95, value: 0.94, progress: null, pace: null, projected: null })
    expect(targetLine({ ...rate, kind: 'floor', isMet: false }, 'onTimeRate')).toBe(
      '不少于 95.0% · 现为 94.0%，未达到',
    )
  })

  it('that cannot be judged says why', () => {
    const unknown = target({ value: null, progress: null, pace: null, projected: null })
    expect(targetLine({ ...unknown, doubt: 'unlikeUnit' }, 'published')).toBe(
      '目标“全年发布 1000 条”未能判断：目标的单位与指标的单位不同',
    )
    expect(targetLine({ ...unknown, doubt: 'notYet' }, 'published')).toBe(
      '目标“全年发布 1000 条”未能判断：尚未开始',
    )
    expect(
      targetLine(
        target({ progress: null, pace: null, projected: null, doubt: 'notWhole' }),
        'published',
      ),
    ).toBe('目标 1,000 条 · 现为 724 条，台账没有从起始日登记起，不算完成率')
  })
})

describe('a target in a dozen characters', () => {
  it('keeps what it is judged by', () => {
    expect(targetBrief(target({}), 'published')).toBe('目标完成 72.4%，序时 83.3%')
    expect(targetBrief(target({ isMet: false }), 'published')).toBe('目标完成 72.4%，未达到')
    expect(targetBrief(days(24), 'published')).toBe('峨边在线 281/305 天达标')
    const ceiling = target({ kind: 'ceiling', low: null, high: 1800, progress: 0.25 })
    expect(targetBrief(ceiling, 'stoppage')).toBe('上限已用 25.0%，序时 83.3%')
    const unknown = target({ value: null, progress: null, doubt: 'unlikeUnit' })
    expect(targetBrief(unknown, 'published')).toBe('目标未能判断')
  })
})

describe('how targets stand', () => {
  it('a sum behind its pace is behind, a ceiling used faster than the year is too', () => {
    expect(standingOf(target({}))).toBe('behind')
    expect(standingOf(target({ progress: 0.9 }))).toBe('onPace')
    expect(standingOf(target({ kind: 'ceiling', progress: 0.9 }))).toBe('behind')
    expect(standingOf(target({ isMet: true }))).toBe('met')
    expect(standingOf(days(24))).toBe('missed')
  })

  it('is told in one sentence, the worst first', () => {
    expect(targetsTitle([target({ isMet: true }), target({}), days(24)])).toBe(
      '3 项目标：1 项未达到，1 项慢于序时，1 项已达到',
    )
  })
})
