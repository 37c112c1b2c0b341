import type { Row } from '#shared/ledgers/define.ts'
import { eachDay } from '#shared/time/day.ts'
import { EXAMPLE_PROTECTIONS } from './marks.data.ts'

/** The days duty lists were kept for: the 重保期 of 2024. */
export const DUTIES_KEPT = EXAMPLE_PROTECTIONS.filter(({ from }) => String(from) >= '2024').map(
  ({ from, to }) => ({ from: String(from), to: String(to) }),
)

/** 值班台账: two shifts a day of two people each, all invented; one nil report was missed. */
export function exampleDuties(): Row[] {
  const days = DUTIES_KEPT.flatMap(({ from, to }) => eachDay(from, to))
  return days.flatMap((day, n) =>
    SHIFTS.map((shift, late): Row => {
      const pair = [PAIRED[(2 * n + late) % 6], PAIRED[(2 * n + late + 3) % 6]]
      return {
        day,
        shift,
        leader: n % 2 === 0 ? '编辑甲' : '编辑乙',
        staff: pair.join('、'),
        nilReport: day === '2024-10-03' && shift === 'night' ? 'missed' : 'sent',
        situation: day === '2024-10-02' && shift === 'day' ? '市电闪断一次，UPS 供电正常' : null,
      }
    }),
  )
}

const SHIFTS = ['day', 'night'] as const
const PAIRED = ['编辑丙', '编辑丁', '编辑戊', '编辑己', '编辑庚', '编辑辛'] as const
