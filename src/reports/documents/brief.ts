import { daysBetween } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { slot, type DocumentSpec } from './define.ts'
import { contentPart, overviewPart, spreadPart } from './sentiment.ts'
import { heading, slotAt } from './write.ts'

const judgement = slot('judgement', '研判')
const advice = slot('advice', '建议')

/** 舆情简报 of a day, a week or a longer period. */
export const brief: DocumentSpec = {
  write({ pages: { own }, period }) {
    return {
      title: `舆情${rhythm(period)}报`,
      subtitle: periodLabel(period),
      blocks: [
        heading(1, '一、概况'),
        ...overviewPart(own),
        heading(1, '二、传播情况'),
        ...spreadPart(own),
        heading(1, '三、内容与情感'),
        ...contentPart(own),
        heading(1, '四、研判与建议'),
        heading(2, '（一）研判'),
        slotAt(judgement.id),
        heading(2, '（二）建议'),
        slotAt(advice.id),
      ],
      slots: [judgement, advice],
    }
  },
}

function rhythm({ kind, from, to }: Period): string {
  if (kind !== 'range') return { month: '月', quarter: '季', half: '半年', year: '年' }[kind]
  const days = daysBetween(from, to) + 1
  return days === 1 ? '日' : days === 7 ? '周' : '简'
}
