import { beforeAll, describe, expect, it } from 'vitest'
import { checkJournal, readJournal } from '#shared/contract/journal.ts'
import type { NewEntry } from '#server/journal/journal.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { sqliteJournal } from '#server/journal/sqlite-journal.ts'
import { createApp } from '#server/app.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const ENTRY = { account: 'a1', source: '10.0.0.8', kind: 'write', ledger: 'pieces' } as const
/** Evening of 8 and morning of 9 October in Shanghai, both 8 October in UTC. */
const EVENING = Date.parse('2024-10-08T15:59:00Z')
const MORNING = Date.parse('2024-10-08T16:00:00Z')
const ENTRIES: readonly (readonly [number, NewEntry])[] = [
  [EVENING, { ...ENTRY, name: '沙马', text: '在发稿台账填写：新增 1 条' }],
  [MORNING, { ...ENTRY, name: '阿依', kind: 'access', ledger: '', text: '登录' }],
  [MORNING, { ...ENTRY, name: '阿依', kind: 'export', ledger: 'alerts', text: '=导出"记录"' }],
]
let now = 0

describe.each([
  ['in memory', () => memoryJournal(() => now)],
  ['in a file', () => sqliteJournal(':memory:', () => now)],
])('the journal %s', (_, create) => {
  let desk: TestDesk

  beforeAll(async () => {
    const journal = create()
    for (const [at, entry] of ENTRIES) {
      now = at
      await journal.append(entry)
    }
    const context = { ...testDesk().context, journal }
    desk = { context, app: createApp(context) }
  })

  const found = async (words: string): Promise<number[]> =>
    (await ask(desk, readJournal, `/journal?${words}`)).entries.map(({ seq }) => seq)

  it('is found by person, kind, ledger, the centre’s days and words', async () => {
    expect(await found('')).toEqual([3, 2, 1])
    expect(await found('by=阿依')).toEqual([3, 2])
    expect(await found('by=阿依&kind=access')).toEqual([2])
    expect(await found('ledger=pieces')).toEqual([1])
    expect(await found('from=2024-10-08&to=2024-10-08')).toEqual([1])
    expect(await found('from=2024-10-09')).toEqual([3, 2])
    expect(await found('q=填写')).toEqual([1])
    expect(await found('page=2')).toEqual([])
  })

  it('says who stands in it, and that its chain holds', async () => {
    const { names, head, total } = await ask(desk, readJournal, '/journal')
    expect({ names, total, seq: head.seq }).toEqual({ names: ['沙马', '阿依'], total: 3, seq: 3 })
    expect(await ask(desk, checkJournal, '/journal/check')).toEqual({
      entries: 3,
      head,
      faults: [],
    })
  })

  it('goes out as CSV that a spreadsheet opens and runs nothing of, and that is written down', async () => {
    const response = await desk.app.request('/api/journal.csv?by=阿依')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toBe('序号,时间,谁,来自,类别,台账,做了什么,校验值')
    expect(lines[1]).toMatch(
      /^3,2024-10-09 00:00,阿依,10\.0\.0\.8,导出,舆情预警台账,"'=导出""记录""",[0-9a-f]{64}$/,
    )
    expect(lines).toHaveLength(4)
    const [last] = (await ask(desk, readJournal, '/journal')).entries
    expect(last?.text).toBe('导出操作日志（CSV，2 条，筛选过）')
  })
})
