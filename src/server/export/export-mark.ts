import { dateTimeInZone } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'

/** Who took a file away and when, `张三 2025-02-10 10:00 导出`; '' on a desk without accounts. */
export function exportMark(
  { exporter, clock }: Pick<DeskContext, 'exporter' | 'clock'>,
  zone: string,
): string {
  if (exporter === undefined) return ''
  return `${exporter} ${dateTimeInZone(clock(), zone).replace('T', ' ').slice(0, 16)} 导出`
}
