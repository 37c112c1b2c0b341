import type { Slide } from '#shared/contract/decks.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'

/** Lines of a slide's height; a definition takes one for each of its rows. */
const LINES = 16
const LINE_LENGTH = 58

/** How each figure of a deck is counted, on as many slides as that takes. */
export function definitionSlides(
  metrics: readonly MetricId[],
): Pick<Slide, 'id' | 'kind' | 'name' | 'title' | 'points'>[] {
  const pages: string[][] = []
  let left = 0
  for (const metric of metrics) {
    const { label, definition } = metricOf(metric)
    const text = `${label}：${definition}`
    const lines = Math.ceil(text.length / LINE_LENGTH)
    const page = pages.at(-1)
    if (page && lines <= left) page.push(text)
    else pages.push([text])
    left = (page && lines <= left ? left : LINES) - lines
  }
  return pages.map((points, at) => ({
    id: `definitions-${at + 1}`,
    kind: 'definitions',
    name: '指标口径',
    title: pages.length > 1 ? `指标口径（${at + 1}/${pages.length}）` : '指标口径',
    points,
  }))
}
