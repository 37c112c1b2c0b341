import { expect, it } from 'vitest'
import { withDerived, type Row } from '#shared/ledgers/define.ts'
import { faults } from '#shared/ledgers/faults.ts'

const derived = (row: Row): Row => withDerived(faults, { startedAt: '2024-04-23T06:31', ...row })

it.each([
  ['供电', 'technology'],
  ['信号源', 'technology'],
  ['操作', 'technology'],
  ['雷击', 'nature'],
  ['网络攻击', 'information'],
  ['盗窃', 'sabotage'],
  ['节目编排', 'other'],
  ['技术安全', 'technology'],
  ['说不清', null],
  [null, null],
])('the cause %s falls under %s', (cause, causeClass) => {
  expect(derived({ cause }).causeClass).toBe(causeClass)
})

it('a class that was entered goes before the word', () => {
  expect(derived({ cause: '供电', statedClass: 'nature' }).causeClass).toBe('nature')
})

it('wrong broadcast counts as stoppage, poor broadcast does not', () => {
  expect(derived({ kind: 'wrong', stoppageSeconds: 40 }).lostSeconds).toBe(40)
  expect(derived({ kind: 'poor', stoppageSeconds: 40 })).toMatchObject({
    lostSeconds: 0,
    lostFiller: 0,
    stopped: null,
  })
})

it('a fault that did not touch the broadcast is zero, a stoppage without its time is absent', () => {
  expect(derived({ kind: 'none', stoppageSeconds: null }).lostSeconds).toBe(0)
  expect(derived({ kind: 'stoppage', stoppageSeconds: null })).toMatchObject({
    lostSeconds: null,
    lostFiller: null,
    stopped: null,
  })
})

it('filler is never more than the stoppage it lies in, an empty cell is none', () => {
  expect(derived({ kind: 'stoppage', stoppageSeconds: 60, fillerSeconds: 90 }).lostFiller).toBe(60)
  expect(derived({ kind: 'stoppage', stoppageSeconds: 60 })).toMatchObject({
    lostFiller: 0,
    stopped: 'yes',
  })
})
