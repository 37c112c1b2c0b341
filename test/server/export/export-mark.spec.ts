import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import type { Role } from '#shared/rights/roles.ts'
import { fillCitizens } from '#test/support/citizens.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

const MARK = 'chiefEditor 2025-02-10 10:00 导出'

const OWN: Role = {
  id: 'own',
  name: '本部门',
  desk: ['export'],
  every: ['see'],
  ledgers: {},
  ownDepartment: true,
}

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

  it('and that it holds one department’s alone, where it does', async () => {
    const { as: asOwn } = await roleDesk(store, [OWN])
    for (const end of ['xlsx', 'csv']) {
      const text = await textOf(await asOwn('own', `/boards/content/figures.${end}?p=2024`))
      expect(text).toContain('只含本部门')
      expect(text).toContain('发稿台账')
      const whole = await textOf(await as('chiefEditor', `/boards/content/figures.${end}?p=2024`))
      expect(whole).not.toContain('只含本部门')
    }
  })

  it('but on a desk without accounts, where it is nobody in particular', async () => {
    const { app } = testDesk(undefined, store)
    for (const address of FILES)
      expect(await textOf(await app.request(`/api${address}`))).not.toContain(' 导出')
  })
})
