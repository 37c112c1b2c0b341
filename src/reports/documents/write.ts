import type { Answer, Comparison } from '#shared/contract/figures.ts'
import type {
  Block,
  DocumentCell,
  DocumentTable,
  FigureRun,
  Run,
} from '#shared/contract/documents.ts'
import { changeCell, figureLine, markText } from '#shared/headlines/figure-text.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { changePhrase, figurePhrase } from '#shared/headlines/phrases.ts'
import type { Figure } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { shortLabel } from '#shared/time/words.ts'

/** Longest tag and title that a content control of Word takes. */
const MOST_TAG = 64

export const text = (words: string): Run[] => (words === '' ? [] : [{ kind: 'text', text: words }])
export const strong = (words: string): Run => ({ kind: 'text', text: words, isStrong: true })

/** A page's figure inside a sentence; `stated` ones are marked there, the rest say so in words. */
export function figureOf(answer: Answer, words = figurePhrase): FigureRun {
  const { metric, period, figure } = answer
  return figureRun(answer, figure, {
    text: words(figure, metricOf(metric).unit),
    label: `${metricOf(metric).label} ${shortLabel(period)}`,
    mark: figure.state === 'stated' ? '填报' : '',
    part: null,
  })
}

/** One part of a page's figure. */
export function partOf(answer: Answer, value: string): FigureRun {
  const { metric, by, period, parts } = answer
  const figure: Figure = parts.find((part) => part.value === value)?.figure ?? {
    state: 'none',
    why: 'notBrokenDown',
  }
  return figureRun(answer, figure, {
    text: figureLine(figure, metricOf(metric).unit),
    label: `${metricOf(metric).label}（${partWord(metric, value)}） ${shortLabel(period)}`,
    mark: markText(figure),
    part: { field: by ?? '', value },
  })
}

function figureRun(
  { metric, period }: Answer,
  figure: Figure,
  said: Pick<FigureRun, 'text' | 'label' | 'mark' | 'part'>,
): FigureRun {
  const part = said.part ? `#${said.part.field}=${said.part.value}` : ''
  return {
    kind: 'figure',
    ...said,
    mark: figure.state === 'none' ? '' : said.mark,
    tag: `${metric}@${period.key}${part}`.slice(0, MOST_TAG),
    metric,
    period,
    record: null,
  }
}

/** A change as a figure of its own: it is filled again with the figure it belongs to. */
export function changeOf(
  { metric, period }: Answer,
  mode: 'yoy' | 'mom',
  words: string,
): FigureRun {
  return {
    kind: 'figure',
    text: words,
    label: `${metricOf(metric).label}${mode === 'yoy' ? '同比' : '环比'} ${shortLabel(period)}`,
    tag: `${metric}@${period.key}!${mode}`.slice(0, MOST_TAG),
    mark: '',
    metric,
    part: null,
    period,
    record: null,
  }
}

/** The same words with the figures in them marked, each once and in the order they are given. */
export function marked(words: string, figures: readonly FigureRun[]): Run[] {
  let rest = words
  const runs: Run[] = []
  for (const figure of figures) {
    const at = placeOf(rest, figure.text)
    if (at < 0) continue
    runs.push(...text(rest.slice(0, at)), figure)
    rest = rest.slice(at + figure.text.length)
  }
  return [...runs, ...text(rest)]
}

/** Where a number stands by itself: `12 条` is not found inside `112 条` or `12 条目`. */
function placeOf(words: string, number: string): number {
  for (let at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1)) {
    const isApart =
      !/[\d.,]/.test(words[at - 1] ?? '') && !/[\d.,]/.test(words[at + number.length] ?? '')
    if (isApart) return at
  }
  return -1
}

/** `10月发布量 1,044 条，同比增 30.3%，环比增 21.7%`, its numbers as figures. */
export function said(answer: Answer): Run[] {
  const { metric, period, yoy, mom } = answer
  const { label } = metricOf(metric)
  return [
    ...text(`${shortLabel(period)}${label} `),
    figureOf(answer),
    ...changed(answer, yoy, 'yoy'),
    ...(period.kind === 'year' ? [] : changed(answer, mom, 'mom')),
  ]
}

function changed(answer: Answer, compared: Comparison | null, mode: 'yoy' | 'mom'): Run[] {
  const { unit } = metricOf(answer.metric)
  const phrase = changePhrase(compared, mode, unit)
  if (!phrase) return []
  const amount = phrase.amount === '' ? [] : [changeOf(answer, mode, phrase.amount)]
  return [...text(`，${phrase.before}${amount.length > 0 ? ' ' : ''}`), ...amount]
}

/** Sentences of several figures in one paragraph; those nobody asked of are left out. */
export function sentences(...answers: readonly (Answer | null)[]): Run[] {
  const known = answers.flatMap((answer) => answer ?? [])
  return known.flatMap((answer, n) => [
    ...said(answer),
    ...text(n === known.length - 1 ? '。' : '；'),
  ])
}

export const heading = (level: 1 | 2 | 3 | 4, words: string): Block => ({
  kind: 'heading',
  level,
  text: words,
})

/** Nothing where there is nothing to say. */
export const paragraph = (...runs: readonly Run[]): Block[] =>
  runs.length === 0 ? [] : [{ kind: 'paragraph', runs: [...runs], isQuiet: false }]

export const quiet = (words: string): Block[] =>
  words === '' ? [] : [{ kind: 'paragraph', runs: text(words), isQuiet: true }]

export const slotAt = (id: string, lead = ''): Block => ({ kind: 'slot', id, lead })

export function cell(
  runs: string | readonly Run[],
  rest: Partial<Omit<DocumentCell, 'runs'>> = {},
): DocumentCell {
  return {
    runs: typeof runs === 'string' ? text(runs) : [...runs],
    align: 'left',
    columns: 1,
    rows: 1,
    isHead: false,
    slot: null,
    ...rest,
  }
}

export const head = (words: string, rest: Partial<DocumentCell> = {}): DocumentCell =>
  cell(words, { align: 'center', isHead: true, ...rest })

/** A number of a table: to the right, its mark behind it. */
export const number = (run: string | Run): DocumentCell =>
  cell(typeof run === 'string' ? run : [run], { align: 'right' })

/** A table with one row of heads. */
export const table = (
  caption: string,
  columns: readonly { readonly label: string; readonly width: number }[],
  rows: readonly (readonly DocumentCell[])[],
): DocumentTable => ({
  kind: 'table',
  caption,
  widths: columns.map(({ width }) => width),
  heads: 1,
  rows: [columns.map(({ label }) => head(label)), ...rows.map((row) => [...row])],
})

/** Figures a row each with both changes; a year's 环比 is its 同比. */
export function figuresTable(caption: string, answers: readonly Answer[]): DocumentTable {
  const modes = answers.every(({ period }) => period.kind === 'year')
    ? (['yoy'] as const)
    : (['yoy', 'mom'] as const)
  const columns = modes.map((mode) => ({ label: mode === 'yoy' ? '同比' : '环比', width: 22 }))
  return table(
    caption,
    [{ label: '指标', width: 26 }, { label: '数', width: 30 }, ...columns],
    answers.map((answer) => [
      cell(metricOf(answer.metric).label),
      number({ ...figureOf(answer, figureLine), mark: markText(answer.figure) }),
      ...modes.map((mode) => number(changeRun(answer, mode))),
    ]),
  )
}

/** A change as a figure; words where nothing was compared. */
const changeRun = (answer: Answer, mode: 'yoy' | 'mom'): string | FigureRun =>
  answer[mode] ? changeOf(answer, mode, changeCell(answer, mode)) : '—'
