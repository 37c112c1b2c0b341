import { expect, it } from 'vitest'
import { readChecks } from '#shared/contract/checks.ts'
import { editRecords } from '#shared/contract/edits.ts'
import { readEntry, type EntryAnswer } from '#shared/contract/entry.ts'
import { readReconcile } from '#shared/contract/reconcile.ts'
import { listRecords, addRecords } from '#shared/contract/records.ts'
import { editsOf, seenOf } from '#web/entry/edits.ts'
import { entryGroups, type EntryLine } from '#web/entry/lines.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const linesOf = (board: EntryAnswer): EntryLine[] =>
  entryGroups(board).flatMap(({ lines }) => lines)

/** Types figures at lines of October and saves them in one act, as the page does. */
async function save(desk: TestDesk, typed: Readonly<Record<string, string>>) {
  const lines = linesOf(await ask(desk, readEntry, '/boards/entry?p=2024-10'))
  const drafts = lines.flatMap((line) => {
    const text = typed[line.key]
    return text === undefined
      ? []
      : [[line.key, { text, qualifier: null, seen: seenOf(line) }] as const]
  })
  expect(drafts).toHaveLength(Object.keys(typed).length)
  const body = { ...editsOf(lines, new Map(drafts), ''), why: '填报' }
  return ask(desk, editRecords, '/ledgers/statedFigures/edits', body)
}

async function found(desk: TestDesk): Promise<string[]> {
  const { findings } = await ask(desk, readChecks, '/boards/checks?p=2024')
  return findings.flatMap(({ check, what }) => (check === 'statedSums' ? [what] : []))
}

async function partsOf(desk: TestDesk): Promise<string[]> {
  const { records } = await ask(desk, listRecords, '/ledgers/statedFigures/records')
  const inOrder = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return inOrder.map(({ row }) => `${row.label}${row.partOf === null ? '' : `→${row.partOf}`}`)
}

const LEVELS = { adoptedNational: '166', adoptedProvincial: '476', adoptedMunicipal: '603' }

it('all parts typed under a total belong to it: the check and 口径核对 hold them against it', async () => {
  const desk = testDesk()
  await save(desk, { adopted: '1246', ...LEVELS })
  expect(await partsOf(desk)).toEqual([
    '上级采用',
    '国家级采用→上级采用',
    '省级采用→上级采用',
    '市级采用→上级采用',
  ])
  expect(await found(desk)).toEqual([
    '2024年10月上级采用：填报合计 1,246 条，分项之和（国家级采用、省级采用、市级采用） 1,245 条，相差 1 条。',
  ])
  const { pairs } = await ask(desk, readReconcile, '/boards/reconcile?p=2024-10')
  expect(pairs).toMatchObject([{ kind: 'sum', agrees: false, difference: 1 }])
  await save(desk, { adopted: '1245' })
  expect(await found(desk)).toEqual([])
})

it('a part that is not said may be any number: the others are held against the total once it is', async () => {
  const desk = testDesk()
  await save(desk, { adopted: '1246', adoptedNational: '166', adoptedProvincial: '476' })
  expect(await found(desk)).toEqual([])
  expect(await partsOf(desk)).toEqual(['上级采用', '国家级采用', '省级采用'])
  await save(desk, { adoptedMunicipal: '603' })
  expect(await found(desk)).toHaveLength(1)
  await save(desk, { adoptedMunicipal: '' })
  expect(await partsOf(desk)).toEqual(['上级采用', '国家级采用', '省级采用'])
  expect(await found(desk)).toEqual([])
})

it('parts that exceed their total are held against it though some are not said', async () => {
  const desk = testDesk()
  await save(desk, { adopted: '600', adoptedNational: '166', adoptedProvincial: '476' })
  expect(await found(desk)).toEqual([
    '2024年10月上级采用：填报合计 600 条，分项之和（国家级采用、省级采用） 642 条，相差 42 条。',
  ])
})

it('platforms and forms each make up the whole, and are not added to one another', async () => {
  const desk = testDesk()
  const rows = [{ name: '爱峨边' }, { name: '峨边在线' }]
  await ask(desk, addRecords, '/ledgers/platforms/records', { rows })
  await save(desk, {
    published: '300',
    'published platform 爱峨边': '200',
    'published platform 峨边在线': '100',
    publishedText: '250',
    publishedVideo: '49',
  })
  expect(await found(desk)).toEqual([
    '2024年10月发布量：填报合计 300 条，分项之和（图文、视频） 299 条，相差 1 条。',
  ])
})

it('figures typed before stay as they are until somebody types at their total', async () => {
  const desk = testDesk()
  await save(desk, { adopted: '1246', adoptedNational: '166', adoptedProvincial: '476' })
  await save(desk, { monitored: '7000' })
  expect(await partsOf(desk)).toEqual(['上级采用', '国家级采用', '省级采用', '监测信息'])
})
