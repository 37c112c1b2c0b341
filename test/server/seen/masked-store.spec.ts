import { unzipSync, strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import { TEMPLATE_IDS } from '#shared/slides/template-ids.ts'
import { DOCUMENT_KINDS } from '#shared/contract/documents.ts'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { fillCitizens, SECRETS } from '#test/support/citizens.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

/** Every address a reader can ask for. */
const ADDRESSES = [
  ...Object.values(ENDPOINTS).filter(({ method }) => method === 'GET'),
  ...Object.values(FILES),
].flatMap(({ path }) => filledIn(path))

function filledIn(path: string): string[] {
  const words: Readonly<Record<string, readonly string[]>> = {
    ledger: 'petitions alerts aid pieces rectifications notes campaigns attachments decks'.split(
      ' ',
    ),
    list: ['people'],
    board: BOARD_IDS,
    template: TEMPLATE_IDS,
    kind: DOCUMENT_KINDS,
    batch: ['batch-1', 'batch-2'],
    hash: ['file-1'],
    period: ['2024'],
    number: ['1'],
    metric: ['alerts'],
    column: ['columnReach'],
  }
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) {
    const isOfPeriod = /^\/(boards|figures|columns|decks|documents|period|wall)/.test(path)
    return [isOfPeriod ? `${path}?p=2024` : path]
  }
  const values = words[name] ?? ['00000001', '00000002', 'batch-1', 'batch-2']
  return values.flatMap((value) => filledIn(path.replace(`:${name}`, value)))
}

/** All there is to read in an answer: parts of office files unpacked. */
async function textOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isPacked
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : strFromU8(bytes)
}

describe('names and numbers of citizens', () => {
  let as: CallAs
  let byToken: CallAs
  beforeAll(async () => {
    const store = memoryStore()
    await fillCitizens(store)
    ;({ as, byToken } = await roleDesk(store))
    await as('administrator', '/freezes', { method: 'POST', body: '{"p":"2024"}' })
    for (const role of ['administrator', 'reader'])
      await as(role, '/boards/sentiment?p=2024&freeze=1')
  })

  const CALLERS = [
    ...DEFAULT_ROLES.map((role) => ({ role, id: role.id, how: 'session' })),
    ...DEFAULT_ROLES.filter(({ id }) => id === 'director' || id === 'sentimentOfficer').map(
      (role) => ({ role, id: role.id, how: 'token' }),
    ),
  ]

  it.each(CALLERS)(
    'reach a $how of $id where its role says so and nowhere else, whatever is asked for',
    async ({ id, role, how }) => {
      const call = how === 'token' ? byToken : as
      const rights = rightsOf([role], '编辑部')
      expect((await call(id, '/desk')).status).toBe(200)
      const seen = new Set<string>()
      for (const address of ADDRESSES) {
        const text = await textOf(await call(id, address))
        for (const secret of SECRETS.flatMap(([, each]) => each))
          if (text.includes(secret)) seen.add(secret)
      }
      const due = SECRETS.flatMap(([ledger, secrets]) =>
        rights.ledgers.identify.has(ledger) && rights.ledgers.see.has(ledger) ? secrets : [],
      )
      expect([...seen].toSorted()).toEqual(due.toSorted())
    },
  )

  it('stand in no 定稿, whoever made it', async () => {
    const text = await textOf(await as('administrator', '/boards/sentiment?p=2024&freeze=1'))
    expect(text).toContain('136****0987')
    expect(text).not.toContain('13612340987')
  })

  it('are masked in texts of no one record, by what any record names', async () => {
    const told = async (address: string) => textOf(await as('director', address))
    expect(await told('/documents/annual?p=2024')).toContain('钱**、吉***反映的路灯')
    expect(await told('/documents/annual/report.docx?p=2024')).toContain('137****1234')
    expect(await told('/review')).toContain('隐*****一件写错，退回')
    expect(await told('/review')).toContain('补吉***的走访')
    expect(await told('/batches')).toContain('钱**的信访件.xlsx')
    expect(await told('/batches')).toContain('隐*****.csv')
    expect(await told('/history/changes?ledger=petitions')).toContain('钱**本人来电139****4321更正')
    expect(await told('/ledgers/alerts/removed')).toContain('隐*****重复')
    // A failure says no more than a page.
    expect(await told('/batches/钱守密/files/file-1')).not.toContain('钱守密')
  })

  it('are masked in texts of other ledgers, of talks and of files made of them', async () => {
    const told = async (address: string) => textOf(await as('director', address))
    const shown = '李**、周**、吉***、隐*****，电话139****4321'
    expect(await told('/ledgers/pieces/records')).toContain(shown)
    expect(await told('/ledgers/rectifications/records.xlsx')).toContain(`${shown}反映`)
    expect(await told('/ledgers/pieces/records/00000001/attachments')).toContain('李**.jpg')
    expect(await told('/decks/annual?p=2024')).toContain('李**的路灯')
    const slides = await told('/decks/annual/pptx?p=2024')
    for (const words of ['李**的路灯', `说到${shown}`]) expect(slides).toContain(words)
    expect(await told('/ledgers/pieces/views')).toBe('[]')
    expect(await told('/batches')).toContain('补录李**一件')
    // A neighbour's name in a record that names nobody itself.
    expect(await told('/ledgers/petitions/records')).toContain('路面积水，隐*****也说过')
  })

  it('are said to be masked in a workbook, and only where they are', async () => {
    const words = '个人姓名和号码已遮盖'
    const books = ['director', 'chiefEditor'].map(async (role) =>
      textOf(await as(role, '/ledgers/petitions/records.xlsx')),
    )
    const [masked, whole] = await Promise.all(books)
    expect(masked).toContain(words)
    expect(masked).toContain('139****4321')
    expect(whole).not.toContain(words)
  })
})
