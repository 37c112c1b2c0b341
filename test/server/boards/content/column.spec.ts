import { beforeAll, expect, it } from 'vitest'
import { readColumn } from '#shared/contract/columns.ts'
import { readContent } from '#shared/contract/content.ts'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { ask, exampleDesk, testDesk } from '#test/support/memory-desk.ts'

const example = await exampleDesk()
const own = testDesk()

const piece = (day: string, title: string, cells: object = {}) => ({
  day,
  title,
  platform: '爱峨边',
  form: 'text',
  column: '县庆',
  ...cells,
})

beforeAll(async () => {
  await ask(own, addRecords, '/ledgers/pieces/records', {
    rows: [
      piece('2025-01-02', '开幕', { reads: '120', origin: 'original' }),
      piece('2025-01-03', '开幕', { platform: '短视频号', form: 'video', reads: '900' }),
      piece('2025-01-04', '巡游'),
      piece('2025-01-05', '别的', { column: '文旅' }),
      piece('2024-12-05', '更早', { column: '文旅' }),
    ],
  })
  await ask(own, addRecords, '/ledgers/adoptions/records', {
    rows: [
      { day: '2025-01-06', work: '开幕', outlet: '四川日报', level: 'provincial' },
      { day: '2025-01-07', work: '开幕', outlet: '新华社', level: 'national' },
      { day: '2025-01-07', work: '别的', outlet: '新华社', level: 'national' },
      { day: '2025-01-08', work: '没有发过的', outlet: '新华社', level: 'national' },
    ],
  })
})

const column = (name: string, p: string) => `/columns/${encodeURIComponent(name)}?p=${p}`

it('adds up the pieces of one column with what is missing beside it', async () => {
  const { counted, columns } = await ask(own, readColumn, column('县庆', '2025-01'))
  expect(counted).toMatchObject({
    pieces: 3,
    works: 2,
    original: 1,
    platforms: [
      { value: '爱峨边', count: 2 },
      { value: '短视频号', count: 1 },
    ],
    forms: [
      { value: 'text', count: 2 },
      { value: 'video', count: 1 },
    ],
    reads: 1020,
    blank: 1,
    most: { title: '开幕', reads: 900 },
  })
  expect(columns).toEqual(['县庆', '文旅'])
})

it('counts adoptions of the same works by level, highest first', async () => {
  const { counted } = await ask(own, readColumn, column('县庆', '2025-01'))
  expect(counted?.adopted).toMatchObject({
    uses: 2,
    works: 1,
    levels: [
      { value: 'national', count: 1 },
      { value: 'provincial', count: 1 },
    ],
  })
})

it('says nothing of adoptions where their ledger does not reach, nor of days unknown', async () => {
  const december = await ask(own, readColumn, column('文旅', '2024-12'))
  expect(december.counted).toMatchObject({ pieces: 1, reads: null, blank: 1, adopted: null })
  expect(december.months).toEqual([{ month: '2024-12', pieces: 1 }])
  expect((await ask(own, readColumn, column('县庆', '2025-02'))).counted).toBeNull()
})

it('agrees with its row on 内容生产 and with the list of its records', async () => {
  const board = await ask(example, readContent, '/boards/content?p=2024')
  const row = board.campaigns?.rows.find((each) => each.column === '县庆四十年')
  const { counted, months } = await ask(example, readColumn, column('县庆四十年', '2024'))
  const where = `where=column:${encodeURIComponent('县庆四十年')}`
  const list = await ask(example, listRecords, `/ledgers/pieces/records?p=2024&${where}&size=1`)
  expect(counted).toMatchObject({
    pieces: list.total,
    reads: row?.reads,
    blank: row?.blank,
    adopted: { uses: row?.adopted },
  })
  expect(months.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(list.total)
})
