import { takenAwayText } from '#shared/headlines/source-line.ts'
import type { DeskContext } from '../app.ts'

/** Who took a file away and when, `张三 2025-02-10 10:00 导出`; '' on a desk without accounts. */
export function exportMark(
  { exporter, clock }: Pick<DeskContext, 'exporter' | 'clock'>,
  zone: string,
): string {
  return exporter === undefined ? '' : takenAwayText(exporter, zone, clock())
}
