import type { Option } from './define.ts'

/** How long a piece took from 送审 to 签发, shortest first; each span includes its upper end. */
export const REVIEW_SPANS = {
  within30m: { label: '30 分以内' },
  within1h: { label: '30 分—1 小时' },
  within2h: { label: '1—2 小时' },
  within4h: { label: '2—4 小时' },
  within8h: { label: '4—8 小时' },
  within24h: { label: '8—24 小时' },
  longer: { label: '超过 24 小时' },
} as const satisfies Readonly<Record<string, Option>>

export type ReviewSpan = keyof typeof REVIEW_SPANS

const UP_TO: readonly (readonly [seconds: number, span: ReviewSpan])[] = [
  [1800, 'within30m'],
  [3600, 'within1h'],
  [2 * 3600, 'within2h'],
  [4 * 3600, 'within4h'],
  [8 * 3600, 'within8h'],
  [24 * 3600, 'within24h'],
]

/** The span a number of seconds lies in. */
export const reviewSpan = (seconds: number): ReviewSpan =>
  UP_TO.find(([most]) => seconds <= most)?.[1] ?? 'longer'
