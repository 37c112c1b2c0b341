import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import { fillCitizens } from '#test/support/citizens.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

const MARK = 'chiefEditor 2025-02-10 10:00 导出'

const FILES = [
  '/ledgers/petitions/records.xlsx',
  '/boards/sentiment/figures.xlsx?p=2024',
  '/boards/sentiment/figures.csv?p=2024',
  '/period.xlsx?p=2024',
  '/decks/annual/pptx?p=2024',
  '/documents/monthly/report.docx?p=2024-10',
]

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes)
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')
}

describe('a file says who took it away and when', () => {
  const store = memoryStore()
  let as: CallAs
  beforeAll(async () => {
    await fillCitizens(store)
    as = (await roleDesk(store)).as
  })

  it.each(FILES)('%s', async (address) => {
    expect(await textOf(await as('chiefEditor', address))).toContain(MARK)
  })

  it('but on a desk without accounts, where it is nobody in particular', async () => {
    const { app } = testDesk(undefined, store)
    for (const address of FILES)
      expect(await textOf(await app.request(`/api${address}`))).not.toContain(' 导出')
  })
})
