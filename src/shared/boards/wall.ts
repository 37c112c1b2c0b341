import type { LedgerId } from '../ledgers/index.ts'
import type { MetricId } from '../metrics/index.ts'
import type { WallPageId } from '../settings/wall.ts'
import { ask, asksOf, plain, tiles, type Ask } from './define.ts'

/** A figure in the row at the top of a wall page, with what stands below it. */
export interface WallTile {
  readonly ask: Ask
  /** Its change over the year, its parts, or another figure. */
  readonly below: 'change' | 'parts' | MetricId
}

/**
 * What a wall page shows below its figures. `months`: a chart of the year; `parts`: the period's
 * parts as bars; `pace`: execution by project against the time passed; `open`: alerts not closed, by
 * level and never by title; `latest`: the last records of a ledger, the fields it lets be read.
 */
export type WallCard = {
  /** Its column on a screen of 16:9, from the left, and its share of that column's height. */
  readonly column: 0 | 1 | 2
  readonly share: number
} & (
  | {
      readonly kind: 'months'
      readonly ask: Ask
      /** Counts of one or two a month: a line of last year would only go up and down. */
      readonly isSparse: boolean
    }
  | { readonly kind: 'parts'; readonly ask: Ask; readonly label: string }
  | { readonly kind: 'pace' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'latest'
      readonly label: string
      readonly ledger: LedgerId
      /** The title; the code that is its badge; what stands below the title. */
      readonly title: string
      readonly badge: string
      readonly below: readonly string[]
    }
)

export interface WallPage {
  readonly label: string
  readonly tiles: readonly WallTile[]
  readonly cards: readonly WallCard[]
}

const tile = (metric: MetricId, below: WallTile['below'] = 'change', by?: string): WallTile => ({
  ask: below === 'change' ? ask(metric) : plain(metric, by === undefined ? {} : { by }),
  below,
})

const months = (
  metric: MetricId,
  by: string | undefined,
  { column, share, isSparse = false }: { column: 0 | 1 | 2; share: number; isSparse?: boolean },
): WallCard => ({
  kind: 'months',
  isSparse,
  ask: plain(metric, { months: true, ...(by !== undefined && { by }) }),
  column,
  share,
})

const parts = (
  metric: MetricId,
  by: string,
  { label, column, share }: { label: string; column: 0 | 1 | 2; share: number },
): WallCard => ({ kind: 'parts', label, ask: plain(metric, { by }), column, share })

const latestAdoptions = (column: 0 | 1 | 2, share: number): WallCard => ({
  kind: 'latest',
  label: '最近采用',
  ledger: 'adoptions',
  title: 'work',
  badge: 'level',
  below: ['outlet', 'day'],
  column,
  share,
})

/** Pages of the wall. What they ask for is let through only where `metrics/on-wall.ts` says so. */
export const WALL_PAGES = {
  overview: {
    label: '总览',
    tiles: [
      tile('published'),
      tile('adopted', 'parts', 'level'),
      tile('alerted', 'openAlerts'),
      tile('daysSinceStoppage', 'stoppage'),
      tile('executionRate', 'timeProgress'),
    ],
    cards: [
      months('published', 'platform', { column: 0, share: 5 }),
      latestAdoptions(0, 3),
      months('adopted', 'level', { column: 1, share: 5 }),
      { kind: 'open', column: 1, share: 3 },
      { kind: 'pace', column: 2, share: 1 },
    ],
  },
  content: {
    label: '内容生产',
    tiles: [
      tile('published'),
      tile('publishedText'),
      tile('publishedVideo'),
      tile('original', 'originalRate'),
    ],
    cards: [
      months('published', 'platform', { column: 0, share: 5 }),
      {
        kind: 'latest',
        label: '最近发布',
        ledger: 'pieces',
        title: 'title',
        badge: 'form',
        below: ['platform', 'day'],
        column: 0,
        share: 3,
      },
      parts('published', 'platform', { label: '各平台发布', column: 1, share: 1 }),
      parts('published', 'form', { label: '各体裁发布', column: 2, share: 1 }),
    ],
  },
  adoption: {
    label: '上级采用',
    tiles: [tile('adopted'), tile('adoptedWorks'), tile('adoptionRate'), tile('ownPosts')],
    cards: [
      months('adopted', 'level', { column: 0, share: 1 }),
      latestAdoptions(1, 1),
      parts('adopted', 'outlet', { label: '各媒体采用', column: 2, share: 1 }),
    ],
  },
  sentiment: {
    label: '舆情监测',
    tiles: [
      tile('monitored'),
      tile('alerted', 'alertRate'),
      tile('openAlerts', 'overdue'),
      tile('onTimeRate'),
      tile('handlingMedian'),
    ],
    cards: [
      months('alerted', 'level', { column: 0, share: 1 }),
      { kind: 'open', column: 1, share: 1 },
      parts('alerted', 'level', { label: '各级预警', column: 2, share: 1 }),
    ],
  },
  safety: {
    label: '安全播出',
    tiles: [
      tile('daysSinceStoppage', 'stoppage'),
      tile('checked'),
      tile('dangersFound', 'dangersOpen'),
      tile('faulted', 'faultsRestored'),
      tile('availability', 'stopRate'),
    ],
    cards: [
      months('checked', undefined, { column: 0, share: 1 }),
      months('faulted', undefined, { column: 1, share: 1, isSparse: true }),
      months('dangersFound', undefined, { column: 2, share: 1, isSparse: true }),
    ],
  },
  budget: {
    label: '预算绩效',
    tiles: [
      tile('budget', 'timeProgress'),
      tile('paidOfYear', 'change'),
      tile('executionRate', 'change'),
      tile('executionLead', 'timeProgress'),
    ],
    cards: [
      { kind: 'pace', column: 0, share: 1 },
      months('paidInPeriod', 'project', { column: 1, share: 1 }),
      parts('paidOfYear', 'project', { label: '各项目支付', column: 2, share: 1 }),
    ],
  },
} as const satisfies Readonly<Record<WallPageId, WallPage>>

export const wallPageOf = (id: WallPageId): WallPage => WALL_PAGES[id]

/** Every figure that some pages of the wall need, each asked for once. */
export function wallAsks(pages: readonly WallPageId[]): Ask[] {
  const asks = pages
    .map(wallPageOf)
    .flatMap((page) => [
      ...page.tiles.flatMap(({ ask: own, below }) =>
        below === 'change' || below === 'parts' ? [own] : [own, plain(below)],
      ),
      ...page.cards.flatMap(cardAsks),
    ])
  return asksOf({ label: '大屏', groups: { all: { label: '大屏', cards: [tiles(...asks)] } } })
}

function cardAsks(card: WallCard): Ask[] {
  switch (card.kind) {
    case 'months':
    case 'parts':
      return [card.ask]
    case 'pace':
      return [plain('executionRate', { by: 'project' }), plain('timeProgress')]
    default:
      return []
  }
}
