import { describe, expect, it } from 'vitest'
import type { Answer } from '#shared/contract/figures.ts'
import { pastedSentence, sourceLine, takenAwayText } from '#shared/headlines/source-line.ts'

const YEAR = { key: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' } as const
const BEFORE = { key: '2023', kind: 'year', from: '2023-01-01', to: '2023-12-31' } as const
const NOW = Date.parse('2025-02-10T02:05:00Z')
const desk = { centre: '某县融媒体中心', zone: 'Asia/Shanghai', freeze: null }
const freeze = {
  period: YEAR,
  number: 2,
  at: '2025-01-08T01:30:00.000Z',
  by: '本机用户',
  note: '',
  content: '',
}
const adopted: Answer = {
  metric: 'adopted',
  by: null,
  period: YEAR,
  figure: {
    state: 'counted',
    value: 1246,
    complete: true,
    from: '2024-01-01',
    to: '2024-12-31',
    blank: 0,
  },
  yoy: {
    change: { kind: 'percent', ratio: 0.189, from: 1048 },
    period: YEAR,
    against: BEFORE,
    isCut: false,
  },
  mom: null,
  parts: [],
  months: [],
  monthsBefore: [],
  stated: [],
  quoted: [],
  targets: [],
}

describe('where figures come from', () => {
  it('is the centre and the moment, on its own clock', () => {
    expect(sourceLine(desk, NOW)).toBe('某县融媒体中心 · 数据截至 2025-02-10 10:05')
  })

  it('of a 定稿 is its number and its own moment', () => {
    expect(sourceLine({ ...desk, freeze }, NOW)).toBe(
      '某县融媒体中心 · 2024年 第2稿 · 数据截至 2025-01-08 09:30',
    )
  })
})

describe('figures of one department', () => {
  const own = { board: 'content', ledgers: ['pieces', 'alerts'] } as const

  it('say so, by the ledgers their page stands on', () => {
    expect(sourceLine({ ...desk, own }, NOW)).toBe(
      '某县融媒体中心 · 数据截至 2025-02-10 10:05 · 只含本部门：发稿台账',
    )
    expect(sourceLine({ ...desk, own: { ...own, ledgers: ['alerts'] } }, NOW)).toBe(
      '某县融媒体中心 · 数据截至 2025-02-10 10:05',
    )
  })

  it('of a 定稿 are the whole centre’s', () => {
    expect(sourceLine({ ...desk, freeze, own }, NOW)).not.toContain('只含本部门')
  })
})

it('a file says who took it away and when, on the centre’s clock', () => {
  expect(takenAwayText('阿依', 'Asia/Shanghai', NOW)).toBe('阿依 2025-02-10 10:05 导出')
})

describe('a figure as a sentence', () => {
  it('says it as one says it to a room, with its source', () => {
    expect(pastedSentence(adopted, { ...desk, freeze }, NOW)).toBe(
      '2024年全年上级采用 1,246 条，比上年多 198 条。（某县融媒体中心 · 2024年 第2稿 · 数据截至 2025-01-08 09:30）',
    )
  })

  it('keeps the word of what was only stated, and says who stated it', () => {
    const stated: Answer = {
      ...adopted,
      yoy: null,
      figure: {
        state: 'stated',
        value: 1200,
        complete: true,
        qualifier: 'about',
        wording: '近1200条',
        source: '2024年工作总结',
        record: 's1',
      },
    }
    expect(pastedSentence(stated, desk, NOW)).toBe(
      '2024年全年上级采用 近1200条。（填报数，来自2024年工作总结；某县融媒体中心 · 数据截至 2025-02-10 10:05）',
    )
  })

  it('says why there is none', () => {
    const none: Answer = { ...adopted, yoy: null, figure: { state: 'none', why: 'notCovered' } }
    expect(pastedSentence(none, desk, NOW)).toContain('2024年全年上级采用 未登记。')
  })
})
