import { describe, expect, it } from 'vitest'
import { CellsRefused } from '#server/ingest/cells-refused.ts'
import { readTyped, readTypedRow } from '#server/ingest/typed.ts'

const CONTEXT = { today: '2024-10-23', zone: 'Asia/Shanghai' }

function refusal(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof CellsRefused) return error.fields.map(({ field, code }) => [field, code])
  }
  return null
}

describe('cells typed by hand', () => {
  it('are read by the rules of an import, amounts in 元 and dates in this year', () => {
    expect(
      readTyped(
        'payments',
        { paidOn: '3月5日', amount: '12,345.67', category: '项目支出' },
        CONTEXT,
      ),
    ).toEqual({
      paidOn: '2024-03-05',
      amount: 1_234_567,
      category: 'project',
    })
  })

  it('keep an emptied cell as nothing, not as zero', () => {
    expect(readTyped('pieces', { reads: '' }, CONTEXT)).toEqual({ reads: null })
  })

  it('are refused together, each with its field and code', () => {
    expect(
      refusal(() => readTyped('payments', { paidOn: '2024-02-30', amount: '一万' }, CONTEXT)),
    ).toEqual([
      ['paidOn', 'IMPORT_DATE_IMPOSSIBLE'],
      ['amount', 'IMPORT_MONEY_UNREADABLE'],
    ])
  })

  it('of several days are refused: nobody is told at once which one is kept', () => {
    expect(refusal(() => readTyped('pieces', { day: '1月24日-25日' }, CONTEXT))).toEqual([
      ['day', 'IMPORT_DATE_SEVERAL'],
    ])
  })

  it('cannot set what the ledger works out itself or does not have', () => {
    expect(
      refusal(() => readTyped('alerts', { handlingSeconds: '5', colour: '红' }, CONTEXT)),
    ).toEqual([
      ['handlingSeconds', 'REQUEST_FILTER_INVALID'],
      ['colour', 'REQUEST_FILTER_INVALID'],
    ])
  })

  it('cannot end before they begin', () => {
    const times = { startedAt: '2024-10-03 15:44', endedAt: '2024-10-03 15:40' }
    expect(refusal(() => readTyped('faults', times, CONTEXT))).toEqual([
      ['endedAt', 'IMPORT_ORDER_WRONG'],
    ])
  })

  it('of a new record must not leave out what is required', () => {
    expect(refusal(() => readTypedRow('faults', { channel: '综合频道' }, CONTEXT))).toEqual([
      ['startedAt', 'IMPORT_CELL_EMPTY'],
    ])
  })
})
