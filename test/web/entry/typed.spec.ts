import { describe, expect, it } from 'vitest'
import type { EntryAnswer } from '#shared/contract/entry.ts'
import { readEntry } from '#shared/contract/entry.ts'
import { monthPeriod } from '#shared/time/period.ts'
import { entryGroups, type EntryLine } from '#web/entry/lines.ts'
import { isChanged, partsGap, readTypedLine, typedOf, type Typed } from '#web/entry/typed.ts'
import { editsOf, editsWords, isOvertaken, seenOf } from '#web/entry/edits.ts'
import { readPasted, pastedWords } from '#web/entry/pasted.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const desk = testDesk()
const stated = (cells: Record<string, string>) => ({
  area: 'adoption',
  unit: '条',
  qualifier: 'exact',
  periodFrom: '2024-10-01',
  periodTo: '2024-10-31',
  source: '本中心填报',
  ...cells,
})

async function october(): Promise<EntryAnswer> {
  return ask(desk, readEntry, '/boards/entry?p=2024-10')
}
const linesOf = (board: EntryAnswer): EntryLine[] =>
  entryGroups(board).flatMap(({ lines }) => lines)
const lineOf = (board: EntryAnswer, key: string): EntryLine => {
  const line = linesOf(board).find((each) => each.key === key)
  if (!line) throw new Error(key)
  return line
}
const say = (text: string): Typed => ({ text, qualifier: null })

describe('a line of 填报', () => {
  it('reads what people type, in the unit of its metric', async () => {
    const board = await october()
    const read = (key: string, text: string) => readTypedLine(say(text), lineOf(board, key))
    expect(read('adopted', '近200')).toMatchObject({ value: '200', unit: '条', words: '近 200 条' })
    expect(read('monitored', '7万余')).toMatchObject({ amount: 70_000, words: '超 70,000 条' })
    expect(read('budget', '426.45')).toMatchObject({ unit: '万元', amount: 426_450_000 })
    expect(read('budget', '4264500元')).toMatchObject({ unit: '元', words: '426.45 万元' })
    expect(read('adopted', '')).toEqual({ kind: 'empty' })
    expect(read('adopted', '0')).toMatchObject({ kind: 'read', amount: 0 })
    expect(read('adopted', '三百')).toMatchObject({ kind: 'unread' })
    expect(read('adopted', '12万元')).toEqual({
      kind: 'unread',
      why: '单位“万元”不能用在这里，这一项按条填',
    })
  })

  it('shows its own kept figure, and beside it what others state', async () => {
    await ask(desk, addRecords, '/ledgers/statedFigures/records', {
      rows: [
        stated({
          label: '上级采用',
          metric: 'adopted',
          value: '200',
          qualifier: 'nearly',
          wording: '近200条',
        }),
        stated({ label: '采用合计', metric: 'adopted', value: '198', source: '十月简报' }),
        stated({
          label: '上级采用',
          metric: 'adopted',
          value: '90',
          periodFrom: '2024-09-01',
          periodTo: '2024-09-30',
        }),
      ],
    })
    const line = lineOf(await october(), 'adopted')
    expect(typedOf(line.own, line.unit)).toEqual({ text: '近200条', qualifier: null })
    expect(line.others.map(({ value, source }) => [value, source])).toEqual([['198', '十月简报']])
    expect(line.before).toMatchObject({ state: 'stated', value: 90 })
    expect(isChanged(line, say('近200条'))).toBe(false)
    expect(isChanged(line, say('201'))).toBe(true)
  })

  it('is added, changed or removed in one act; what cannot be read is left alone', async () => {
    const board = await october()
    const over = (key: string, text: string) => ({
      ...say(text),
      seen: seenOf(lineOf(board, key)),
    })
    const typed = new Map([
      ['adopted', over('adopted', '')],
      ['adoptedNational', over('adoptedNational', '16')],
      ['monitored', over('monitored', '7万余')],
      ['alerted', over('alerted', '很多')],
    ])
    const edits = editsOf(linesOf(board), typed, '')
    expect(editsWords(edits)).toBe('新填 2 项，清除 1 项')
    expect(edits.removals).toEqual([{ id: '00000001', changedAt: null }])
    expect(edits.changes).toEqual([])
    expect(edits.adds).toEqual([
      {
        value: '16',
        unit: '条',
        qualifier: 'exact',
        wording: '',
        label: '国家级采用',
        area: 'adoption',
        metric: 'adoptedNational',
        periodFrom: '2024-10-01',
        periodTo: '2024-10-31',
        periodWord: '2024年10月',
        source: '本中心填报',
      },
      {
        value: '70000',
        unit: '条',
        qualifier: 'moreThan',
        wording: '7万余条',
        label: '监测信息',
        area: 'sentiment',
        metric: 'monitored',
        periodFrom: '2024-10-01',
        periodTo: '2024-10-31',
        periodWord: '2024年10月',
        source: '本中心填报',
      },
    ])
  })

  it('names the state it was typed over, and knows when that is no longer so', async () => {
    const line = lineOf(await october(), 'adopted')
    const draft = { ...say('201'), seen: { id: '00000001', changedAt: null } }
    expect(isOvertaken(line, draft)).toBe(false)
    const later = '2024-11-02T00:00:00.000Z'
    const theirs = { ...line, own: line.own && { ...line.own, changedAt: later } }
    expect(isOvertaken(theirs, draft)).toBe(true)
    expect(isOvertaken({ ...line, own: null }, draft)).toBe(true)
    expect(isOvertaken(line, { ...draft, seen: null })).toBe(true)
    const edits = editsOf([theirs], new Map([['adopted', draft]]), '十月例会材料')
    expect(edits.changes).toEqual([
      {
        id: '00000001',
        changedAt: null,
        cells: {
          value: '201',
          unit: '条',
          qualifier: 'exact',
          wording: '',
          note: '十月例会材料',
        },
      },
    ])
  })

  it('says by how much a whole and its exact parts differ, and corrects neither', async () => {
    const board = await october()
    const lines = linesOf(board)
    const gap = (texts: Record<string, string>) =>
      partsGap(lineOf(board, 'adopted'), lines, (line) =>
        readTypedLine(say(texts[line.key] ?? ''), line),
      )
    const parts = { adoptedNational: '166', adoptedProvincial: '476', adoptedMunicipal: '603' }
    expect(gap({ adopted: '1246', ...parts })).toBe('所列 3 个分项合计 1,245，总数 1,246，差 1')
    expect(gap({ adopted: '1245', ...parts })).toBe('')
    expect(gap({ adopted: '1200余', ...parts })).toBe('')
    expect(gap({ adopted: '1246' })).toBe('')
    expect(gap({ adopted: '1246', adoptedNational: '166', adoptedProvincial: '476' })).toBe('')
    expect(gap({ adopted: '600', adoptedNational: '166', adoptedProvincial: '476' })).toBe(
      '所列 2 个分项合计 642，总数 600，差 42',
    )
  })

  it('of the year is stated from 1 January', async () => {
    const { span } = lineOf(await october(), 'budget')
    expect([span.from, span.to]).toEqual(['2024-01-01', monthPeriod('2024-10').to])
  })
})

describe('cells pasted from a spreadsheet', () => {
  const paste = async (text: string, at: string) => {
    const board = await october()
    return readPasted(text, lineOf(board, at), linesOf(board))
  }
  const words = async (text: string, at: string): Promise<string> => {
    const read = await paste(text, at)
    return read ? pastedWords(read) : 'a text'
  }

  it('a column and a row fill the lines below; an empty cell clears nothing', async () => {
    const column = await paste('150\r\n24\r\n\r\n70\r\n', 'adopted')
    expect([...(column?.texts ?? [])]).toEqual([
      ['adopted', '150'],
      ['adoptedNational', '24'],
      ['adoptedMunicipal', '70'],
    ])
    expect(column && pastedWords(column)).toBe('粘贴填入 3 项；1 个空格没有动原来的数')
    expect([...((await paste('150\t24', 'adopted'))?.texts ?? [])]).toEqual([
      ['adopted', '150'],
      ['adoptedNational', '24'],
    ])
    expect(await words('150', 'adopted')).toBe('a text')
  })

  it('rows past the last line are told, not dropped', async () => {
    expect(await words('426.45\n400\n17\n18', 'budget')).toBe(
      '粘贴填入 2 项；2 行没有对应的指标，没有填：17、18',
    )
  })

  it('names beside numbers go to their lines wherever they stand', async () => {
    const read = await paste('预警\t12\n上级采用\t150\n获奖\t3\n监测信息\t', 'published')
    expect([...(read?.texts ?? [])]).toEqual([
      ['alerted', '12'],
      ['adopted', '150'],
    ])
    expect(read && pastedWords(read)).toBe(
      '粘贴填入 2 项；1 个空格没有动原来的数；1 行没有对应的指标，没有填：获奖 3',
    )
    expect(await words('1\t2\n3\t4', 'published')).toBe(
      '没有填入：一次贴一列数，或者贴“名称、数”两列，名称和本页的指标一样',
    )
  })
})
