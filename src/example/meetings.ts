import type { Row } from '#shared/ledgers/define.ts'
import { addDays, isoWeekday, type Day } from '#shared/time/day.ts'
import { createRandom } from './random.ts'

/**
 * 会议与学习: in 2024 as many of each kind as the report says (编委会 20余次, 中心组 6, 办公会与职工会 25,
 * 研判 3, 组织生活会 1 + 党课 3 + 主题党日及党员大会 11); days, topics and who came are invented.
 */
export function exampleMeetings(): Row[] {
  const random = createRandom(20_240_301)
  const rows = YEARS.flatMap(({ year, staff, counts }) =>
    KINDS.flatMap(({ kind, topics, chair }, at) => {
      const count = counts[at] ?? 0
      return Array.from({ length: count }, (_, n): Row => {
        const isCounted = random.chance(0.9)
        return {
          day: workingDay(addDays(`${year}-01-04`, Math.round((n * 355) / count) + 2 * at)),
          kind,
          topic: topics[n % topics.length] ?? kind,
          chair: n % 4 === 3 ? '编辑乙' : chair,
          expected: staff,
          attended: isCounted ? staff - random.whole(0, 3) : null,
        }
      })
    }),
  )
  return rows.toSorted((a, b) => (String(a.day) < String(b.day) ? -1 : a.day === b.day ? 0 : 1))
}

/** Counts in the order of `KINDS`. */
const YEARS = [
  { year: 2023, staff: 16, counts: [18, 5, 12, 2, 22] },
  { year: 2024, staff: 17, counts: [22, 6, 15, 3, 25] },
] as const

const KINDS: readonly { kind: string; chair: string; topics: readonly string[] }[] = [
  {
    kind: 'editorial',
    chair: '编辑甲',
    topics: ['本月报道选题与分工', '重点专栏策划', '上月稿件讲评与评分', '节前宣传安排'],
  },
  { kind: 'study', chair: '编辑甲', topics: ['理论学习与交流发言', '专题学习与研讨'] },
  {
    kind: 'party',
    chair: '编辑乙',
    topics: ['主题党日活动', '党员大会', '主题党日：社区志愿服务', '专题党课', '组织生活会'],
  },
  { kind: 'ideology', chair: '编辑甲', topics: ['意识形态形势分析研判'] },
  {
    kind: 'office',
    chair: '编辑甲',
    topics: ['上月工作通报与本月安排', '干部职工会', '经费与采购'],
  },
]

/** The Friday before a weekend's day. */
function workingDay(day: Day): Day {
  return addDays(day, -Math.max(0, isoWeekday(day) - 5))
}
