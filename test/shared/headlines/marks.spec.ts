import { describe, expect, it } from 'vitest'
import { markDays, marksTitle, marksWithin } from '#shared/headlines/marks.ts'
import { periodAt } from '#test/support/answers.ts'

const MARKS = {
  notes: [
    { id: 'n1', from: '2024-06-03', to: '2024-06-03', title: '采编平台升级' },
    {
      id: 'n2',
      from: '2024-10-03',
      to: '2024-10-06',
      title: '县庆四十周年',
      detail: '县庆直播与专栏集中发布',
      by: '测试员',
      at: '2024-10-07T01:00:00.000Z',
    },
  ],
  protections: [{ id: 'p1', from: '2024-09-28', to: '2024-10-07', name: '2024 年国庆' }],
}

describe('the marks of a period', () => {
  it('are those with a day inside it, the earliest first, with who wrote them', () => {
    expect(marksWithin(MARKS, periodAt('2024-10'))).toEqual([
      {
        id: 'p1',
        ledger: 'protections',
        from: '2024-09-28',
        to: '2024-10-07',
        words: '2024 年国庆',
        detail: '',
        by: '',
        at: '',
      },
      {
        id: 'n2',
        ledger: 'notes',
        from: '2024-10-03',
        to: '2024-10-06',
        words: '县庆四十周年',
        detail: '县庆直播与专栏集中发布',
        by: '测试员',
        at: '2024-10-07T01:00:00.000Z',
      },
    ])
    expect(marksWithin(MARKS, periodAt('2024-07'))).toEqual([])
  })

  it('are counted by kind in the title', () => {
    const title = (key: string) => marksTitle(marksWithin(MARKS, periodAt(key)), periodAt(key))
    expect(title('2024-10')).toBe('2024年10月有 1 个重保期、1 条注记')
    expect(title('2024-09')).toBe('2024年9月有 1 个重保期')
    expect(title('2024-07')).toBe('2024年7月没有注记，也没有重保期')
  })

  it('start where one looks: at a chosen range, at today, at the period’s first day', () => {
    expect(markDays(periodAt('2024-10-03..2024-10-06'), '2025-02-10')).toEqual({
      from: '2024-10-03',
      to: '2024-10-06',
    })
    expect(markDays(periodAt('2024-10'), '2024-10-23')).toEqual({ from: '2024-10-23' })
    expect(markDays(periodAt('2024-10'), '2025-02-10')).toEqual({ from: '2024-10-01' })
  })
})
