import type { LedgerId } from '../ledgers/index.ts'
import type { MetricId } from '../metrics/index.ts'

/** One question of a board: a metric, perhaps by parts, perhaps month by month. */
export interface Ask {
  readonly metric: MetricId
  /** The cut field whose values the parts are. */
  readonly by?: string
  /** Also month by month over the period's year, beside the year before. */
  readonly months?: boolean
  /** The figure alone, without its changes: it stands on a page as a part of another. */
  readonly isPlain?: boolean
  /** The year before by parts as well. */
  readonly hasPartsBefore?: boolean
}

/** Columns of the page's grid of twelve that a card takes. */
export type Width = 4 | 5 | 6 | 7 | 8 | 12

/**
 * What is drawn of asks. `tiles`: figures side by side. `stack`: months by parts with last year.
 * `lines`: months of a rate with last year. `ranking`: parts of the period. `multiples`: one small
 * chart of months a part. `bullets`: parts against their whole.
 */
export type Card =
  | { readonly kind: 'tiles'; readonly asks: readonly Ask[] }
  | {
      readonly kind: 'stack' | 'lines' | 'ranking' | 'multiples'
      readonly ask: Ask
      readonly width: Width
    }

/** A part of a page with its own heading; further cards stand in the page's template. */
export interface Group {
  readonly label: string
  readonly cards: readonly Card[]
  /** What the further cards stand on; one note takes their place where none of these knows the period. */
  readonly ledgers?: readonly LedgerId[]
}

export interface Board {
  readonly label: string
  readonly groups: Readonly<Record<string, Group>>
}

/** Keeps the group names, so that a page naming one that is not there does not compile. */
export const defineBoard = <const B extends Board>(board: B): B => board

export const ask = (metric: MetricId, rest: Omit<Ask, 'metric'> = {}): Ask => ({ metric, ...rest })

export const plain = (metric: MetricId, rest: Omit<Ask, 'metric'> = {}): Ask =>
  ask(metric, { ...rest, isPlain: true })

/** Figures side by side; a name alone asks for its changes as well. */
export const tiles = (...asks: readonly (MetricId | Ask)[]): Card => ({
  kind: 'tiles',
  asks: asks.map((each) => (typeof each === 'string' ? ask(each) : each)),
})

/** Months stacked by parts, last year as a line. */
export const stack = (metric: MetricId, by?: string, width: Width = 12): Card => ({
  kind: 'stack',
  ask: { metric, ...(by !== undefined && { by }), months: true, isPlain: true },
  width,
})

/** A rate month by month, last year dashed. */
export const lines = (metric: MetricId, width: Width = 12): Card => ({
  kind: 'lines',
  ask: { metric, months: true, isPlain: true },
  width,
})

/** The period's parts, largest first. */
export const ranking = (metric: MetricId, by: string, width: Width = 6): Card => ({
  kind: 'ranking',
  ask: { metric, by, isPlain: true },
  width,
})

/** One small chart of months for each part. */
export const multiples = (metric: MetricId, by: string, width: Width = 12): Card => ({
  kind: 'multiples',
  ask: { metric, by, months: true, isPlain: true, hasPartsBefore: true },
  width,
})

/** What a board's chart is called where it is shown elsewhere: on a slide, in a file. */
export function cardExhibit(
  board: string,
  { kind, ask }: Exclude<Card, { kind: 'tiles' }>,
): string {
  // Small charts of the parts' months: elsewhere they are one chart of all of them.
  const shown = kind === 'multiples' ? 'stack' : kind
  return [board, shown, ask.metric, ask.by ?? ''].join('.')
}

/**
 * Every question a board puts, each once: an ask without parts is answered by one with parts of the
 * same metric.
 */
export function asksOf(board: Board): Ask[] {
  const asks: Ask[] = []
  const all = Object.values(board.groups).flatMap(({ cards }) =>
    cards.flatMap((card) => (card.kind === 'tiles' ? card.asks : [card.ask])),
  )
  for (const each of all) {
    const at = asks.findIndex(
      ({ metric, by }) =>
        metric === each.metric && (by === each.by || by === undefined || each.by === undefined),
    )
    const known = asks[at]
    if (known) asks[at] = merged(known, each)
    else asks.push(each)
  }
  return asks
}

function merged(a: Ask, b: Ask): Ask {
  const by = a.by ?? b.by
  return {
    metric: a.metric,
    ...(by !== undefined && { by }),
    months: a.months === true || b.months === true,
    isPlain: a.isPlain === true && b.isPlain === true,
    ...((a.hasPartsBefore || b.hasPartsBefore) && { hasPartsBefore: true }),
  }
}
