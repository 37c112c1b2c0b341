import { describe, expect, it } from 'vitest'
import { editRecords } from '#shared/contract/edits.ts'
import { readEntry } from '#shared/contract/entry.ts'
import { addRecords } from '#shared/contract/records.ts'
import { closeMonth } from '#shared/contract/review.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const OCTOBER = '/boards/entry?p=2024-10'
const EDITS = '/ledgers/statedFigures/edits'
const stated = (metric: string, label: string, value: string) => ({
  label,
  area: 'publication',
  metric,
  value,
  unit: '条',
  qualifier: 'exact',
  periodFrom: '2024-10-01',
  periodTo: '2024-10-31',
  source: '本中心填报',
})

describe('填报 of a month', () => {
  it('of a blank desk has its lines and nothing stated', async () => {
    const board = await ask(testDesk(), readEntry, OCTOBER)
    expect([board.entered, board.before, board.parts, board.names]).toEqual([[], [], [], []])
    expect(board.answers.map(({ metric, figure }) => [metric, figure.state]).slice(0, 2)).toEqual([
      ['published', 'none'],
      ['publishedText', 'none'],
    ])
  })

  it('says what was stated, by whom and from what; 上期 and the names to state by', async () => {
    const desk = testDesk()
    await ask(desk, addRecords, '/ledgers/platforms/records', {
      rows: [{ name: '峨边在线', aliases: '微信公众号' }],
    })
    const part = { partField: 'platform', partValue: '峨边在线' }
    await ask(desk, editRecords, EDITS, {
      adds: [
        { ...stated('published', '发布量', '1044'), note: '十月例会材料' },
        { ...stated('published', '发布量（峨边在线）', '233'), ...part },
        {
          ...stated('published', '发布量', '990'),
          periodFrom: '2024-09-01',
          periodTo: '2024-09-30',
        },
      ],
    })
    const board = await ask(desk, readEntry, OCTOBER)
    expect(
      board.entered.map(({ metric, part, value, note, by }) => [
        metric,
        part?.value ?? '',
        value,
        note,
        by,
      ]),
    ).toEqual([
      ['published', '', '1044', '十月例会材料', '测试员'],
      ['published', '峨边在线', '233', '', '测试员'],
    ])
    expect(board.before.map(({ period, figure }) => [period.key, figure])).toEqual([
      ['2024-09', expect.objectContaining({ state: 'stated', value: 990 })],
    ])
    expect(board.parts).toEqual([
      { metric: 'published', part: { field: 'platform', value: '峨边在线' } },
    ])
    expect(board.names).toEqual([
      { list: 'platforms', written: '峨边在线', name: '峨边在线' },
      { list: 'platforms', written: '微信公众号', name: '峨边在线' },
    ])
  })

  it('refuses a figure somebody stated meanwhile, and writes none of the others', async () => {
    const desk = testDesk()
    await ask(desk, editRecords, EDITS, { adds: [stated('published', '发布量', '1044')] })
    const late = {
      adds: [stated('published', '发布量', '1045'), stated('publishedText', '图文', '900')],
    }
    await expect(ask(desk, editRecords, EDITS, late)).rejects.toThrow('RECORD_CELLS_REFUSED')
    const { entered } = await ask(desk, readEntry, OCTOBER)
    expect(entered.map(({ metric, value }) => [metric, value])).toEqual([['published', '1044']])
  })

  it('of a closed month takes figures only as 补报', async () => {
    const desk = testDesk()
    const edits = { adds: [stated('published', '发布量', '1044')] }
    await ask(desk, closeMonth, '/review/closings', { month: '2024-10', act: 'close' })
    await expect(ask(desk, editRecords, EDITS, edits)).rejects.toThrow('MONTH_CLOSED')
    await ask(desk, editRecords, EDITS, { ...edits, belated: '分台次月才报来' })
    const { entered } = await ask(desk, readEntry, OCTOBER)
    expect(entered.map(({ value }) => value)).toEqual(['1044'])
  })
})
