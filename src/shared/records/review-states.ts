import type { Month } from '../time/day.ts'
import type { Row } from '../ledgers/define.ts'

/** How far data have come; `draft` until somebody submits them. */
export const REVIEW_STATES = {
  draft: '未提交',
  submitted: '已提交',
  reviewed: '已审核',
  issued: '已签发',
  returned: '已退回',
} as const

export type ReviewState = keyof typeof REVIEW_STATES

export const REVIEW_STATE_IDS = Object.keys(REVIEW_STATES).filter((text): text is ReviewState =>
  Object.hasOwn(REVIEW_STATES, text),
)

/** What moves data on, from which states to which; 退回 demands a reason. */
export const REVIEW_ACTS = {
  submit: { label: '提交', from: ['draft', 'returned'], to: 'submitted' },
  review: { label: '审核', from: ['submitted'], to: 'reviewed' },
  issue: { label: '签发', from: ['reviewed'], to: 'issued' },
  return: { label: '退回', from: ['submitted', 'reviewed', 'issued'], to: 'returned' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly label: string; readonly from: readonly ReviewState[]; readonly to: ReviewState }
  >
>

export type ReviewAct = keyof typeof REVIEW_ACTS

export const REVIEW_ACT_IDS = Object.keys(REVIEW_ACTS).filter(isReviewAct)

export function isReviewAct(text: string): text is ReviewAct {
  return Object.hasOwn(REVIEW_ACTS, text)
}

/** The acts a state allows, in the order of the work. */
export const actsFrom = (state: ReviewState): ReviewAct[] =>
  REVIEW_ACT_IDS.filter((act) => REVIEW_ACTS[act].from.some((from) => from === state))

/** What is reviewed as one: a month of a ledger, or a batch. */
export type ReviewUnit =
  | { readonly kind: 'month'; readonly ledger: string; readonly month: Month }
  | { readonly kind: 'batch'; readonly batch: string }

export const unitKey = (unit: ReviewUnit): string =>
  unit.kind === 'month' ? `${unit.ledger} ${unit.month}` : `batch ${unit.batch}`

/** One step of a unit. `at` is a UTC instant. */
export interface ReviewEvent {
  readonly unit: ReviewUnit
  readonly number: number
  readonly act: ReviewAct
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** How a unit stands: its state, and from when its records count as reviewed. */
export interface ReviewStanding {
  readonly unit: ReviewUnit
  readonly state: ReviewState
  readonly number: number
  /** Null unless it is reviewed or issued; records written later are unreviewed again. */
  readonly approvedAt: string | null
}

/** Every unit somebody moved, by its key. */
export function reviewStandings(
  events: readonly ReviewEvent[],
): ReadonlyMap<string, ReviewStanding> {
  const standings = new Map<string, ReviewStanding>()
  const inOrder = [...events].sort((a, b) => a.number - b.number)
  for (const { unit, act, number, at } of inOrder) {
    const key = unitKey(unit)
    const before = standings.get(key)?.approvedAt ?? null
    const approvedAt = act === 'review' ? at : act === 'issue' ? before : null
    standings.set(key, { unit, state: REVIEW_ACTS[act].to, number, approvedAt })
  }
  return standings
}

/** From when which records of a ledger count as reviewed; a record takes whichever holds for it. */
export interface Approvals {
  /** The field that places a record in a month; null where none does. */
  readonly on: string | null
  readonly months: readonly { readonly month: Month; readonly at: string }[]
  readonly batches: readonly { readonly batch: string; readonly at: string }[]
}

/** What of it concerns one ledger, dated by `on`. */
export function approvalsOf(
  standings: ReadonlyMap<string, ReviewStanding>,
  ledger: string,
  on: string | null,
): Approvals {
  const approved = [...standings.values()].flatMap(({ unit, approvedAt }) =>
    approvedAt === null ? [] : [{ unit, at: approvedAt }],
  )
  return {
    on,
    months: approved.flatMap(({ unit, at }) =>
      unit.kind === 'month' && unit.ledger === ledger ? [{ month: unit.month, at }] : [],
    ),
    batches: approved.flatMap(({ unit, at }) =>
      unit.kind === 'batch' ? [{ batch: unit.batch, at }] : [],
    ),
  }
}

/** The month a kept date stands in: a year's records in January, as kept sums place them. */
export const monthPlace = (date: string): Month =>
  date.length === 4 ? `${date}-01` : date.slice(0, 7)

/** What a review says of one record: `writtenSince` where it was reviewed and then changed. */
export type RecordReview = 'reviewed' | 'writtenSince' | 'unreviewed'

/** How a record stands by the approvals of its ledger. Times are UTC instants. */
export function recordReview(
  record: {
    readonly row: Row
    readonly batch: string
    readonly createdAt: string
    readonly changedAt: string | null
  },
  { on, months, batches }: Approvals,
): RecordReview {
  const date = on === null ? null : (record.row[on] ?? null)
  const place = date === null ? '' : monthPlace(String(date))
  const ends = [
    ...months.filter(({ month }) => month === place),
    ...batches.filter(({ batch }) => batch === record.batch),
  ]
  const written = record.changedAt ?? record.createdAt
  if (ends.some(({ at }) => written <= at)) return 'reviewed'
  return ends.length > 0 ? 'writtenSince' : 'unreviewed'
}
