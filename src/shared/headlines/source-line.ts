import type { Answer } from '../contract/figures.ts'
import type { Freeze } from '../contract/freezes.ts'
import { dateTimeInZone } from '../time/day.ts'
import { periodLabel } from '../time/words.ts'
import { unreviewedText } from './figure-text.ts'
import { speakerLine } from './speaker-line.ts'

/** Whose figures they are, and of which moment; `freeze` where they are those of a 定稿. */
export interface FiguresSource {
  readonly centre: string
  /** IANA zone of the centre. */
  readonly zone: string
  readonly freeze: Freeze | null
}

/**
 * Where figures come from, for what leaves the page: centre, 定稿 number, and the moment they are of:
 * that of the 定稿, else `now` in UTC milliseconds.
 */
export function sourceLine({ centre, zone, freeze }: FiguresSource, now: number): string {
  const at = freeze ? Date.parse(freeze.at) : now
  const draft = freeze ? `${periodLabel(freeze.period)} 第${freeze.number}稿` : ''
  const asOf = `数据截至 ${dateTimeInZone(at, zone).replace('T', ' ').slice(0, 16)}`
  return [centre, draft, asOf].filter((part) => part !== '').join(' · ')
}

/** A cell of a chart's table as a sentence to paste: what the chart shows, the row, the column, the cell. */
export function pastedCell(
  { subtitle, row, column, cell }: Readonly<Record<'subtitle' | 'row' | 'column' | 'cell', string>>,
  source: FiguresSource,
  now: number,
): string {
  return `${subtitle}：${row}，${column} ${cell}（${sourceLine(source, now)}）`
}

/** A figure as a sentence to paste: how it was stated, and where and when it comes from, with it. */
export function pastedSentence(answer: Answer, source: FiguresSource, now: number): string {
  const { figure } = answer
  const stated = figure.state === 'stated' && `填报数，来自${figure.source}`
  const about = [stated, unreviewedText(answer), sourceLine(source, now)].filter(Boolean)
  return `${speakerLine(answer)}（${about.join('；')}）`
}
