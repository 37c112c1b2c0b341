import { metricOf } from '#shared/metrics/index.ts'
import type { EntryLine } from './lines.ts'

/** What cells copied from a spreadsheet fill, by line, and what of them finds no place. */
export interface Pasted {
  readonly texts: ReadonlyMap<string, string>
  /** Empty cells: what stands in their lines stays. */
  readonly blanks: number
  /** Rows without a line, as they were copied. */
  readonly homeless: readonly string[]
  /** Why nothing was filled at all; empty otherwise. */
  readonly refusal: string
}

const NOTHING = { texts: new Map<string, string>(), blanks: 0, homeless: [] }

/**
 * Cells pasted at a line: one column fills the lines below, one row too; rows of a name and a
 * number go to the lines of those names wherever they stand. An empty cell clears nothing.
 * Null for a single cell, which is pasted as text.
 */
export function readPasted(
  text: string,
  at: EntryLine,
  lines: readonly EntryLine[],
): Pasted | null {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
  const [first = []] = rows
  if (rows.length === 1 && first.length === 1) return null
  const column = rows.length === 1 ? first : rows.map(([cell = '']) => cell)
  if (rows.length === 1 || rows.every((row) => row.length === 1)) return below(column, at, lines)
  return named(rows, lines)
}

function below(column: readonly string[], at: EntryLine, lines: readonly EntryLine[]): Pasted {
  const own = lines.slice(lines.findIndex(({ key }) => key === at.key))
  const filled = column
    .slice(0, own.length)
    .flatMap((text, n): [string, string][] => (own[n] && text !== '' ? [[own[n].key, text]] : []))
  return {
    texts: new Map(filled),
    blanks: column.slice(0, own.length).filter((text) => text === '').length,
    homeless: column.slice(own.length).filter((text) => text !== ''),
    refusal: '',
  }
}

function named(rows: readonly (readonly string[])[], lines: readonly EntryLine[]): Pasted {
  const texts = new Map<string, string>()
  const homeless: string[] = []
  let blanks = 0
  for (const [name = '', text = ''] of rows) {
    const line = lines.find((each) => isNamed(each, name))
    if (!line || texts.has(line.key)) homeless.push([name, text].filter(Boolean).join(' '))
    else if (text === '') blanks += 1
    else texts.set(line.key, text)
  }
  const refusal =
    texts.size === 0 ? '没有填入：一次贴一列数，或者贴“名称、数”两列，名称和本页的指标一样' : ''
  return refusal ? { ...NOTHING, refusal } : { texts, blanks, homeless, refusal }
}

function isNamed({ label, metric, part }: EntryLine, name: string): boolean {
  return label === name || (!part && (metricOf(metric).statedAs ?? []).includes(name))
}

/** What a paste did, in words: every cell is accounted for. */
export function pastedWords({ texts, blanks, homeless, refusal }: Pasted): string {
  if (refusal) return refusal
  return [
    `粘贴填入 ${texts.size} 项`,
    ...(blanks ? [`${blanks} 个空格没有动原来的数`] : []),
    ...(homeless.length
      ? [`${homeless.length} 行没有对应的指标，没有填：${homeless.join('、')}`]
      : []),
  ].join('；')
}
