import { countText } from '#shared/headlines/figure-words.ts'
import type { OriginsAnswer } from '#shared/contract/records.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { rangePeriod } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'

const KINDS = { import: '导入', entry: '填写', example: '示例' } as const

type Told = 'origins' | 'more' | 'missing' | 'belated'

/**
 * Where records came from, a line a batch: `发稿台账2024.csv（导入，编辑甲 2025-01-05 10:00）1,000 条，其中 3
 * 条后来改过`; then what is missing. `zone` is the centre's.
 */
export function originLines(
  { origins, more, missing, belated }: Pick<OriginsAnswer, Told>,
  unit: string,
  zone: string,
): string[] {
  const lines = origins.map(({ kind, title, files, at, by, records, changed }) => {
    const when = dateTimeInZone(Date.parse(at), zone).replace('T', ' ')
    const who = [KINDS[kind], `${by} ${when}`.trim()].join('，')
    const later = changed > 0 ? `，其中 ${countText(changed)} ${unit}后来改过` : ''
    return `${files.join('、') || title}（${who}）${countText(records)} ${unit}${later}`
  })
  return [
    ...lines,
    ...(more.batches > 0
      ? [`另有 ${countText(more.batches)} 个批次，共 ${countText(more.records)} ${unit}`]
      : []),
    ...(belated > 0 ? [`含补报 ${countText(belated)} ${unit}（结账以后录入或更正的）`] : []),
    ...(missing.length > 0
      ? [
          `没有登记、不当作零的日子：${missing.map(({ from, to }) => periodLabel(rangePeriod(from, to))).join('，')}`,
        ]
      : []),
  ]
}
