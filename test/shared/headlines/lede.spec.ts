import { describe, expect, it } from 'vitest'
import type { Answer } from '#shared/contract/figures.ts'
import type { OpenAlert } from '#shared/contract/overview.ts'
import { leadPhrase, overviewLede } from '#shared/headlines/lede.ts'
import { none } from '#shared/metrics/figure.ts'
import {
  answerOf,
  compared,
  counted,
  countedUntil,
  monthsOfYear,
  partsOf,
  periodAt,
} from '#test/support/answers.ts'

const openSince = (alertedAt: string): OpenAlert => ({
  id: alertedAt,
  level: 'orange',
  title: '网民反映道路施工扬尘',
  platform: '抖音',
  township: '新林镇',
  alertedAt,
  closedAt: null,
  openSeconds: 3600,
  isLate: false,
})

function lede(
  key: string,
  answers: readonly Answer[],
  openAlerts: readonly OpenAlert[] = [],
  mode: 'yoy' | 'mom' = 'yoy',
): string {
  const board = { answers: [...answers], openAlerts: [...openAlerts], period: periodAt(key) }
  return overviewLede(board, mode)
    .map(({ text, strong }) => (strong ? `**${text}**` : text))
    .join('')
}

const year = [640, 600, 660, 690, 700, 705, 740, 755, 858, 1044, 700, 600]
const published = answerOf('published', '2024-10', counted(1044), {
  yoy: compared({ kind: 'percent', ratio: 0.3034, from: 801 }),
  mom: compared({ kind: 'same', from: 1044 }),
  months: monthsOfYear(2024, year),
})
const adopted = answerOf('adopted', '2024-10', counted(150), {
  parts: partsOf({ national: 24, provincial: 56, municipal: 70 }),
})
const rest = [
  answerOf('alerted', '2024-10', counted(163)),
  answerOf('openAlerts', '2024-10', counted(2)),
  answerOf('executionRate', '2024-10', counted(0.846)),
  answerOf('executionLead', '2024-10', counted(1.267)),
]

describe('the sentence over 总览', () => {
  it('says nothing of what the reader may not see', () => {
    const denied = [
      answerOf('published', '2024-10', none('denied')),
      answerOf('adopted', '2024-10', none('denied')),
      answerOf('alerted', '2024-10', none('denied')),
      answerOf('stoppage', '2024-10', counted(8)),
    ]
    expect(lede('2024-10', denied)).toBe('停播 **8 秒**。')
    expect(lede('2024-10', [published, ...denied.slice(1)])).toMatch(/全年最高。停播/)
  })

  it('says what was done, where it stands and what is open', () => {
    const open = [openSince('2024-10-30T16:20'), openSince('2024-10-31T09:05')]
    expect(lede('2024-10', [published, adopted, ...rest], open)).toBe(
      '10月发布 **1,044 条**，同比增 **30.3%**，为全年最高；上级采用 **150 条**，其中国家级 24 条。' +
        '预警 **163 条**，**2 条**尚未办结。预算执行 **84.6%**，快于序时进度 1.3 个百分点。',
    )
  })

  it('does not count older alerts among those of the period', () => {
    const open = [openSince('2024-09-28T10:00'), openSince('2024-10-31T09:05')]
    expect(lede('2024-10', [published, adopted, ...rest], open)).toContain(
      '预警 **163 条**；未办结 **2 条**。',
    )
  })

  it('leaves no blank where there was no change', () => {
    expect(lede('2024-10', [published, adopted], [], 'mom')).toBe(
      '10月发布 **1,044 条**，环比持平，为全年最高；上级采用 **150 条**，其中国家级 24 条。',
    )
  })

  it('says how far an unfinished month counts', () => {
    const running = answerOf('published', '2024-10', countedUntil('2024-10-23', 700))
    expect(lede('2024-10', [running, adopted])).toBe(
      '10月截至10月23日发布 **700 条**；上级采用 **150 条**，其中国家级 24 条。',
    )
  })

  it('says what is not recorded, and nothing about money nobody entered', () => {
    const missing = [
      answerOf('published', '2025-02', none('notCovered')),
      answerOf('adopted', '2025-02', none('notCovered')),
      answerOf('alerted', '2025-02', none('notYet')),
      answerOf('executionRate', '2025-02', none('notCovered')),
    ]
    expect(lede('2025-02', missing)).toBe('2月发布量未登记；上级采用未登记。预警尚未开始。')
  })

  it('names a longer period by its own word and its highest month', () => {
    const quarter = answerOf('published', '2024-Q3', counted(2353), {
      months: monthsOfYear(2024, year),
    })
    const sum = answerOf('adopted', '2024-Q3', counted(327))
    expect(lede('2024-Q3', [quarter, sum])).toBe(
      '第三季度发布 **2,353 条**，9月最多（858 条）；上级采用 **327 条**。',
    )
  })

  it('mentions stoppage only when there was one', () => {
    const stop = (seconds: number) => [
      published,
      adopted,
      answerOf('stoppage', '2024-10', counted(seconds)),
    ]
    expect(lede('2024-10', stop(0))).not.toContain('停播')
    expect(lede('2024-10', stop(95))).toContain('停播 **1分35秒**。')
  })
})

it('the pace of the budget is fast, slow or level', () => {
  expect(leadPhrase(1.3)).toBe('快于序时进度 1.3 个百分点')
  expect(leadPhrase(-4)).toBe('慢于序时进度 4.0 个百分点')
  expect(leadPhrase(0.03)).toBe('与序时进度持平')
})
