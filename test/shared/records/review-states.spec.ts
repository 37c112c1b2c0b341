import { describe, expect, it } from 'vitest'
import {
  actsFrom,
  approvalsOf,
  reviewStandings,
  unitKey,
  type ReviewAct,
  type ReviewEvent,
} from '#shared/records/review-states.ts'

const OCTOBER = { kind: 'month', ledger: 'pieces', month: '2024-10' } as const
const BATCH = { kind: 'batch', batch: 'b1' } as const

const step = (
  number: number,
  act: ReviewAct,
  unit: ReviewEvent['unit'] = OCTOBER,
): ReviewEvent => ({
  unit,
  number,
  act,
  reason: '',
  at: `2024-11-0${number}T00:00:00.000Z`,
  by: '编辑甲',
})

describe('the state of a month or a batch', () => {
  it('goes from 提交 over 审核 to 签发, and is sent back to where it can be submitted again', () => {
    expect(actsFrom('draft')).toEqual(['submit'])
    expect(actsFrom('submitted')).toEqual(['review', 'return'])
    expect(actsFrom('reviewed')).toEqual(['issue', 'return'])
    expect(actsFrom('issued')).toEqual(['return'])
    expect(actsFrom('returned')).toEqual(['submit'])
  })

  it('is that of its last step, and approves from the review on, also once issued', () => {
    const approved = (...acts: ReviewAct[]) =>
      reviewStandings(acts.map((act, i) => step(i + 1, act))).get(unitKey(OCTOBER))
    expect(approved('submit')).toMatchObject({ state: 'submitted', approvedAt: null, number: 1 })
    const at = '2024-11-02T00:00:00.000Z'
    expect(approved('submit', 'review')).toMatchObject({ state: 'reviewed', approvedAt: at })
    expect(approved('submit', 'review', 'issue')).toMatchObject({ state: 'issued', approvedAt: at })
    expect(approved('submit', 'review', 'issue', 'return')).toMatchObject({
      state: 'returned',
      approvedAt: null,
      number: 4,
    })
    expect(approved('submit', 'return', 'submit', 'review')).toMatchObject({
      approvedAt: '2024-11-04T00:00:00.000Z',
    })
  })

  it('does not hang on the order events are read in', () => {
    const standings = reviewStandings([step(2, 'review'), step(1, 'submit')])
    expect(standings.get(unitKey(OCTOBER))?.state).toBe('reviewed')
  })
})

it('a ledger is approved by its own months and by every batch', () => {
  const standings = reviewStandings([
    step(1, 'submit'),
    step(2, 'review'),
    step(1, 'submit', BATCH),
    step(3, 'review', BATCH),
    step(1, 'submit', { ...OCTOBER, month: '2024-11' }),
  ])
  expect(approvalsOf(standings, 'pieces', 'day')).toEqual({
    on: 'day',
    months: [{ month: '2024-10', at: '2024-11-02T00:00:00.000Z' }],
    batches: [{ batch: 'b1', at: '2024-11-03T00:00:00.000Z' }],
  })
  expect(approvalsOf(standings, 'faults', 'startedAt').months).toEqual([])
})
