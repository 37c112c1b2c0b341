import type { OpenFindings } from '../contract/affairs.ts'

/** What is not done yet and how far the worst is past its limit: `在办 2 项，逾期 1 项，最久 61 天`. */
export function findingsTitle({
  total,
  late,
  list,
}: Pick<OpenFindings, 'total' | 'late' | 'list'>): string {
  if (total === 0) return '没有在办的整改'
  if (late === 0) return `在办 ${total} 项，没有逾期的`
  return `在办 ${total} 项，逾期 ${late} 项，最久 ${Math.max(...list.map((one) => one.late ?? 0))} 天`
}

/** Where a finding stands against its limit. */
export const overdueWords = (late: number | null): string =>
  late === null ? '没有填期限' : late === 0 ? '期限内' : `逾期 ${late} 天`
