import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { partFields, readTarget } from '#shared/metrics/targets.ts'

const row = (cells: Row): Row => ({
  id: 't1',
  label: '目标',
  metric: 'published',
  kind: 'total',
  step: 'span',
  low: '8500',
  unit: '条',
  from: '2024-01-01',
  to: '2024-12-31',
  ...cells,
})

describe('a target as it is written', () => {
  it('keeps its metric, span and bound', () => {
    expect(readTarget(row({}))).toEqual({
      target: {
        id: 't1',
        label: '目标',
        wording: '',
        source: '',
        metric: 'published',
        part: null,
        kind: 'total',
        step: 'span',
        low: 8500,
        high: null,
        span: { from: '2024-01-01', to: '2024-12-31' },
      },
      problem: null,
    })
  })

  it('finds its metric by label and by the name of reports', () => {
    expect(readTarget(row({ metric: '发布量' })).target?.metric).toBe('published')
    expect(readTarget(row({ metric: '上级媒体采用' })).target?.metric).toBe('adopted')
  })

  it('reads units as people write them', () => {
    const bounds = (cells: Row) => {
      const { target, problem } = readTarget(row(cells))
      return problem ?? [target?.low, target?.high]
    }
    expect(bounds({ kind: 'floor', step: 'day', low: '3', unit: '条/天' })).toEqual([3, null])
    expect(bounds({ low: '1.2', unit: '万条' })).toEqual([12_000, null])
    const stoppage = { metric: 'stoppage', kind: 'ceiling', low: null }
    expect(bounds({ ...stoppage, high: '30', unit: '分钟' })).toEqual([null, 1800])
    expect(bounds({ ...stoppage, high: '1800', unit: '秒' })).toEqual([null, 1800])
    expect(bounds({ metric: 'onTimeRate', kind: 'floor', low: '95', unit: '%' })).toEqual([
      0.95,
      null,
    ])
    expect(bounds({ metric: 'paid', low: '426.45', unit: '万元' })).toEqual([426_450_000, null])
  })

  it('takes the one number of a ceiling from whichever column it stands in', () => {
    const { target } = readTarget(row({ metric: 'faulted', kind: 'ceiling', low: '7', unit: '次' }))
    expect([target?.low, target?.high]).toEqual([null, 7])
  })

  it('names its part by field and word, by the word of a level, and without a field', () => {
    const part = (cells: Row) => readTarget(row(cells)).target?.part
    expect(part({ partField: 'platform', partValue: '峨边在线' })).toEqual({
      field: 'platform',
      value: '峨边在线',
    })
    expect(part({ partField: '平台', partValue: '峨边在线' })?.field).toBe('platform')
    expect(part({ metric: 'adopted', partValue: '国家级' })).toEqual({
      field: 'level',
      value: 'national',
    })
    expect(part({ metric: 'adopted', partValue: '四川日报' })).toEqual({
      field: 'outlet',
      value: '四川日报',
    })
  })

  it('may be held to the parts its metric has', () => {
    expect(partFields('adopted').map(({ label }) => label)).toContain('媒体级别')
    expect(partFields('checked')).toContainEqual({ id: 'place', label: '检查对象' })
    expect(partFields('timeProgress')).toEqual([])
  })

  it('says why it cannot be judged', () => {
    const problem = (cells: Row) => readTarget(row(cells)).problem
    expect(problem({ metric: '好评' })).toBe('unknownMetric')
    expect(problem({ to: '2023-12-31' })).toBe('noSpan')
    expect(problem({ low: null })).toBe('noBound')
    expect(problem({ kind: 'range', low: '5' })).toBe('noBound')
    expect(problem({ kind: 'range', low: '5', high: '3' })).toBe('noBound')
    expect(problem({ unit: '件' })).toBe('unlikeUnit')
    expect(problem({ metric: 'stoppage', kind: 'ceiling', high: '1', unit: '次' })).toBe(
      'unlikeUnit',
    )
    expect(problem({ partField: 'township', partValue: '沙坪' })).toBe('unknownPart')
    expect(
      problem({ metric: 'onTimeRate', kind: 'floor', step: 'day', low: '95', unit: '%' }),
    ).toBe('unlikeStep')
    expect(problem({ metric: 'paid', low: '1', unit: '万元', from: '2024-04-01' })).toBe(
      'unlikeSpan',
    )
  })
})
