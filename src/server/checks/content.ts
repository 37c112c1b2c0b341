import type { ReviewFault } from '#shared/contract/content.ts'
import type { Day } from '#shared/time/day.ts'
import { pick } from '#shared/metrics/tally.ts'
import { intersect } from '#shared/time/period.ts'
import { reviewFaults } from '../boards/content/faults.ts'
import { silenceSection } from '../boards/content/silence.ts'
import type { BoardScope } from '../boards/scope.ts'
import type { Filter } from '../store/store.ts'
import { found, knows, recordPlace, unable, type Checker, type Checkers } from './results.ts'

const NOT_WRITTEN = {
  sameReviewer: '这段时间的发稿没有一条填了审签人',
  early: '这段时间的发稿没有一条填了签发时间',
} as const

/** Whether any piece of the period says what a rule compares. */
const isWritten = {
  sameReviewer: (scope: BoardScope) =>
    isAny(scope, 'reviewed', { field: 'reviews', in: ['three', 'some'] }),
  early: (scope: BoardScope) =>
    isAny(scope, 'signed', { field: 'signing', in: ['before', 'after'] }),
} as const

/** By the kept sum; among the records themselves where none of them counts yet. */
async function isAny(
  { store, tallies, period: { from, to } }: BoardScope,
  measure: 'reviewed' | 'signed',
  filter: Filter,
): Promise<boolean> {
  const counted = await tallies.over({ ledger: 'pieces', measure, cut: [] }, { from, to })
  if (counted && pick(counted).records > 0) return true
  const filters = [{ field: 'day', from, to }, filter]
  const rows = await store.cells({ ledger: 'pieces', fields: ['id'], filters, limit: 1 })
  return rows.length > 0
}

/** The last day of the period that the ledger covers: a day nobody has written up is no silence. */
function lastKnownDay({ snapshot, period: { from }, end }: BoardScope): Day | null {
  const known = (snapshot.coverage.pieces ?? []).flatMap(
    (span) => intersect(span, { from, to: end })?.to ?? [],
  )
  return known.toSorted().at(-1) ?? null
}

const STEPS = ['一审', '二审', '三审'] as const

const reviewed =
  (rule: 'sameReviewer' | 'early', words: (fault: ReviewFault) => string): Checker =>
  async ({ scope }) => {
    const { from, to } = scope.period
    if (!knows(scope, 'pieces')) return unable('这段时间没有登记发稿')
    if (!(await isWritten[rule](scope))) return unable(NOT_WRITTEN[rule])
    const faults = await reviewFaults[rule](scope, { from, to })
    return found(
      faults.map((fault) => ({
        key: `${rule}|${fault.id}`,
        what: `${fault.platform}《${fault.title}》${words(fault)}`,
        at: fault.day,
        place: recordPlace('pieces', fault.id),
      })),
    )
  }

/** 一审、三审都是甲 */
function sameWords({ reviewers }: ReviewFault): string {
  const twice = reviewers.find((name, at) => name !== '' && reviewers.indexOf(name) !== at) ?? ''
  const steps = STEPS.filter((_, at) => reviewers[at] === twice)
  return `${steps.join('、')}都是${twice}`
}

const clock = (at: string): string => at.replace('T', ' ').slice(5)

export const contentChecks = {
  sameReviewer: reviewed('sameReviewer', sameWords),
  publishedEarly: reviewed(
    'early',
    ({ publishedAt, signedAt }) => `${clock(publishedAt)} 发布，${clock(signedAt)} 才签发`,
  ),
  dormant: async ({ scope }) => {
    const until = lastKnownDay(scope)
    if (until === null) return unable('这段时间没有登记发稿')
    const { rows } = await silenceSection(scope, until)
    if (rows.every(({ lastDay }) => lastDay === null)) return unable('没有登记发稿')
    return found(
      rows
        .filter(({ light }) => light === 'silent')
        .map(({ platform, lastDay, daysSince }) => ({
          key: `dormant|${platform}|${lastDay}`,
          about: `${platform} ${until.slice(0, 4)}`,
          what: `${platform}到 ${until} 已 ${daysSince} 天没有发稿`,
          at: lastDay ?? '',
          place: {
            kind: 'records',
            ledger: 'pieces',
            query: { where: `platform:${encodeURIComponent(platform)}` },
          } as const,
        })),
    )
  },
} satisfies Checkers<'sameReviewer' | 'publishedEarly' | 'dormant'>
