import type { Block, DocumentCell, Run } from '#shared/contract/documents.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'

/** A document with its tables numbered, and a note of 口径 at the first figure of each metric. */
export function numbered(blocks: readonly Block[]): { blocks: Block[]; notes: string[] } {
  const known: MetricId[] = []
  let tables = 0
  /** Notes of the metrics that these runs are the first to name. */
  const notesOf = (runs: readonly Run[]): Run[] =>
    runs.flatMap((run): Run[] => {
      if (run.kind !== 'figure' || run.metric === null || known.includes(run.metric)) return []
      return [{ kind: 'note', number: known.push(run.metric) }]
    })
  /** A row's notes stand in its first cell: behind a number they would push it out of its column. */
  const rowOf = (row: readonly DocumentCell[]): DocumentCell[] => {
    const notes = notesOf(row.flatMap(({ runs }) => runs))
    return row.map((cell, n) => (n === 0 ? { ...cell, runs: [...cell.runs, ...notes] } : cell))
  }
  const numberedBlocks = blocks.map((block): Block => {
    if (block.kind === 'paragraph')
      return { ...block, runs: block.runs.flatMap((run) => [run, ...notesOf([run])]) }
    if (block.kind !== 'table') return block
    if (block.caption !== '') tables += 1
    const caption = block.caption === '' ? '' : `表${tables}　${block.caption}`
    return { ...block, caption, rows: block.rows.map(rowOf) }
  })
  const notes = known.map((metric) => `${metricOf(metric).label}：${metricOf(metric).definition}`)
  return { blocks: numberedBlocks, notes }
}
