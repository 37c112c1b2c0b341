import type { MetricId } from './index.ts'

/** One question of a board: a metric, perhaps by parts, perhaps month by month. */
export interface Ask {
  readonly metric: MetricId
  readonly by?: string
  /** Also month by month over the period's year, beside the year before. */
  readonly months?: boolean
  /** The figure alone, without its changes: it stands on a page as a part of another. */
  readonly isPlain?: boolean
}

export interface Board {
  readonly label: string
  readonly asks: readonly Ask[]
  /** Lists drawn beside the figures. */
  readonly lists: readonly ('openAlerts' | 'safetyDays' | 'disagreements')[]
}

const ask = (metric: MetricId, rest: Omit<Ask, 'metric'> = {}): Ask => ({ metric, ...rest })

const plain = (metric: MetricId, rest: Omit<Ask, 'metric'> = {}): Ask =>
  ask(metric, { ...rest, isPlain: true })

/** What each page asks for; one request answers one board. */
export const BOARDS = {
  overview: {
    label: '总览',
    asks: [
      ask('published', { by: 'platform', months: true }),
      plain('publishedText'),
      plain('publishedVideo'),
      ask('adopted', { by: 'level', months: true }),
      plain('monitored'),
      ask('alerted', { months: true }),
      plain('forwarded'),
      plain('pushed'),
      plain('alertRate'),
      plain('openAlerts'),
      plain('overdue'),
      plain('handlingMedian'),
      plain('checked'),
      plain('faulted', { months: true }),
      plain('faultsRestored'),
      plain('stoppage'),
      plain('stopRate'),
      plain('availability'),
      plain('budget', { by: 'project' }),
      plain('paid', { by: 'project' }),
      ask('executionRate', { months: true }),
      plain('timeProgress'),
      plain('executionLead'),
    ],
    lists: ['openAlerts', 'safetyDays', 'disagreements'],
  },
  content: {
    label: '内容生产',
    asks: [
      ask('published', { by: 'platform', months: true }),
      ask('publishedText'),
      ask('publishedVideo'),
      ask('original'),
      ask('originalRate'),
      ask('pieceReads'),
      ask('followers', { by: 'platform' }),
      ask('reads'),
    ],
    lists: [],
  },
  adoption: {
    label: '上级采用',
    asks: [
      ask('adopted', { by: 'level', months: true }),
      ask('adoptedNational'),
      ask('adoptedProvincial'),
      ask('adoptedMunicipal'),
      ask('adoptedWorks'),
      ask('adoptionRate'),
    ],
    lists: ['disagreements'],
  },
  sentiment: {
    label: '舆情监测',
    asks: [
      ask('monitored'),
      ask('alerted', { by: 'level', months: true }),
      ask('forwarded'),
      ask('pushed'),
      ask('alertRate'),
      ask('forwardRate'),
      ask('openAlerts'),
      ask('overdue'),
      ask('handlingMedian'),
      ask('handlingNinetieth'),
      ask('petitionsReceived'),
      ask('petitionsAnswered'),
      ask('petitionsInTime'),
      ask('petitionsInTimeRate'),
    ],
    lists: ['openAlerts'],
  },
  safety: {
    label: '安全播出',
    asks: [
      ask('checked', { by: 'category', months: true }),
      ask('dangersFound'),
      ask('dangersFixed'),
      ask('dangersOpen'),
      ask('faulted', { by: 'cause' }),
      ask('faultsRestored'),
      ask('stoppage'),
      ask('stopRate'),
      ask('availability'),
      ask('daysSinceStoppage'),
    ],
    lists: ['safetyDays'],
  },
  budget: {
    label: '预算绩效',
    asks: [
      ask('budget', { by: 'project' }),
      ask('paid', { by: 'project', months: true }),
      ask('executionRate', { by: 'project', months: true }),
      ask('timeProgress'),
      ask('executionLead'),
    ],
    lists: [],
  },
  reconcile: { label: '口径核对', asks: [], lists: ['disagreements'] },
} as const satisfies Readonly<Record<string, Board>>

export type BoardId = keyof typeof BOARDS

export const BOARD_IDS = Object.keys(BOARDS).filter(isBoardId)

export function isBoardId(text: string): text is BoardId {
  return Object.hasOwn(BOARDS, text)
}

export function boardOf(id: BoardId): Board {
  return BOARDS[id]
}
