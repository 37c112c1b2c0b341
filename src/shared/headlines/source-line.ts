import type { BoardId } from '../boards/index.ts'
import type { Answer } from '../contract/figures.ts'
import type { Freeze } from '../contract/freezes.ts'
import type { LedgerId } from '../ledgers/index.ts'
import { dateTimeInZone } from '../time/day.ts'
import { periodLabel } from '../time/words.ts'
import { unreviewedText } from './figure-text.ts'
import { ownBehind, ownText } from './own-records.ts'
import { speakerLine } from './speaker-line.ts'

/** Whose figures they are, and of which moment; `freeze` where they are those of a 定稿. */
export interface FiguresSource {
  readonly centre: string
  /** IANA zone of the centre. */
  readonly zone: string
  readonly freeze: Freeze | null
  /** Ledgers of which only the reader's own department is counted, and the page that stands on some. */
  readonly own?: { readonly board: BoardId; readonly ledgers: readonly LedgerId[] }
}

/**
 * Where figures come from, for what leaves the page: centre, 定稿 number, the moment they are of (that of
 * the 定稿, else `now` in UTC milliseconds), and whether they are one department's alone.
 */
export function sourceLine({ centre, zone, freeze, own }: FiguresSource, now: number): string {
  const at = freeze ? Date.parse(freeze.at) : now
  const draft = freeze ? `${periodLabel(freeze.period)} 第${freeze.number}稿` : ''
  const asOf = `数据截至 ${dateTimeInZone(at, zone).replace('T', ' ').slice(0, 16)}`
  const cut = own && !freeze ? ownText(ownBehind(own.board, own.ledgers)) : ''
  return [centre, draft, asOf, cut].filter((part) => part !== '').join(' · ')
}

/** Who took a file away and when, `张三 2025-02-10 10:00 导出`; `now` in UTC milliseconds. */
export const takenAwayText = (name: string, zone: string, now: number): string =>
  `${name} ${dateTimeInZone(now, zone).replace('T', ' ').slice(0, 16)} 导出`

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
