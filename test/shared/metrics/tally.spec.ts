import { describe, expect, it } from 'vitest'
import { isEntered, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { monthPeriod } from '#shared/time/period.ts'
import { covering, evaluating } from '#test/support/evaluating.ts'

const piece = { day: '2024-10-03', title: '县庆直播', platform: '爱峨边', form: 'text' }
const reviewed = { ...piece, firstReviewer: '阿洛', secondReviewer: '沙马' }
const timed = { ...piece, publishedAt: '2024-10-03T10:00', signedAt: '2024-10-03T09:00' }
const alert = { alertedAt: '2024-10-03T08:00', title: '积水', level: 'IV' }
const petition = { receivedOn: '2024-10-03', source: '心连心', content: '路灯' }
const adoption = { day: '2024-10-03', work: '甲', outlet: '四川日报', level: 'provincial' }
const duty = { day: '2024-10-03', staff: '阿洛' }
const fault = { startedAt: '2024-10-03T08:00', channel: '综合频道', symptom: '黑场' }

/** What a metric says of a record that leaves its field empty, and of one that fills it otherwise. */
const CASES: readonly (readonly [MetricId, LedgerId, Row, Row, number])[] = [
  ['original', 'pieces', piece, { ...piece, origin: 'forwarded' }, 0],
  ['reposted', 'pieces', piece, { ...piece, origin: 'original' }, 0],
  ['airings', 'pieces', piece, { ...piece, edition: 'repeat' }, 1],
  ['airedWorks', 'pieces', piece, { ...piece, edition: 'repeat' }, 1],
  ['reviewedThrice', 'pieces', piece, reviewed, 0],
  ['sameReviewer', 'pieces', piece, reviewed, 0],
  ['earlyPieces', 'pieces', piece, timed, 0],
  ['forwarded', 'alerts', alert, { ...alert, handling: 'pushed' }, 0],
  ['pushed', 'alerts', alert, { ...alert, handling: 'forwarded' }, 0],
  ['petitionsAsked', 'petitions', petition, { ...petition, satisfaction: 'unasked' }, 0],
  ['petitionsSatisfied', 'petitions', petition, { ...petition, satisfaction: 'fair' }, 0],
  ['ownPosts', 'adoptions', adoption, { ...adoption, kind: 'adopted' }, 0],
  ['nilReported', 'duties', duty, { ...duty, nilReport: 'missed' }, 0],
  ['stops', 'faults', fault, { ...fault, stoppageSeconds: 0 }, 0],
]

describe('a metric that counts by a field nobody has to fill', () => {
  it.each(CASES)(
    '%s is 未填写 where no record fills it, and counted where one does',
    async (...of) => {
      const [metric, ledger, empty, other, value] = of
      const over = async (...rows: Row[]) => {
        const { figure } = await evaluating({ [ledger]: rows }, covering(ledger))
        return figure(metric, monthPeriod('2024-10'))
      }
      expect(await over(empty)).toEqual({ state: 'none', why: 'nothingRecorded' })
      expect(await over(empty, other)).toMatchObject({ state: 'counted', value })
      expect(await over()).toMatchObject({ state: 'counted', value: 0 })
    },
  )

  it('stands among these wherever its measure chooses by the words of such a field', () => {
    const known = new Set(CASES.map(([metric]) => metric))
    const choosing = METRIC_IDS.filter((id) => {
      const { formula } = metricOf(id)
      if (formula.kind !== 'sum') return false
      const { fields, measures } = ledgerOf(formula.ledger)
      return Object.entries(measures[formula.measure]?.when ?? {}).some(([name, words]) => {
        const field = fields[name]
        return words !== 'present' && field && isEntered(field) && !field.required
      })
    })
    expect(choosing.filter((id) => !known.has(id))).toEqual([])
  })
})
