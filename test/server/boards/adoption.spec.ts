import { beforeAll, describe, expect, it } from 'vitest'
import { readAdoption } from '#shared/contract/adoption.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { ask, exampleDesk, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const use = (day: string, work: string, outlet: string, level: string, rest: Row = {}): Row => ({
  day,
  work,
  outlet,
  level,
  ...rest,
})

/** One October: two works of 甲, one of 乙, one nobody signed; a post of the centre's own. */
const ADOPTIONS: readonly Row[] = [
  use('2024-10-03', '春耕', '乐山日报', 'municipal', {
    author: '甲',
    department: '采编组',
    position: '头版',
    link: 'https://example.org/1',
  }),
  use('2024-10-05', '春耕', '四川日报', 'provincial', { author: '甲', kind: 'adopted' }),
  use('2024-10-06', '春耕 ', '乐山日报', 'municipal', { author: '甲', evidence: '版面.pdf' }),
  use('2024-10-09', '防汛', '乐山日报', 'municipal', { author: '乙', pooled: 'yes' }),
  use('2024-10-20', '读书', '学习强国', 'national', { link: 'https://example.org/1' }),
  use('2024-10-21', '读书', '人民号', 'national', { kind: 'own' }),
  use('2023-10-02', '晒秋', '乐山日报', 'municipal', { author: '乙' }),
]
const SUBMISSIONS: readonly Row[] = [
  use('2024-10-01', '春耕', '乐山日报', 'municipal', { author: '甲', result: 'adopted' }),
  use('2024-10-08', '防汛', '乐山日报', 'municipal', { author: '乙' }),
  use('2024-10-12', '坝坝会', '四川日报', 'provincial', { author: '乙', result: 'declined' }),
  use('2024-10-13', '坝坝会', '学习强国', 'national', { author: '乙', result: 'declined' }),
]
const PIECES: readonly Row[] = [
  { day: '2024-10-01', title: '春耕', platform: '爱峨边' },
  { day: '2024-10-02', title: '春耕', platform: '峨边在线' },
  { day: '2024-10-10', title: '防汛', platform: '爱峨边' },
]

async function load(desk: TestDesk, submissionsTo = '2024-10-31'): Promise<void> {
  await desk.context.store.write(async (writer) => {
    const at = '2025-01-05T00:00:00.000Z'
    const said = { kind: 'entry', title: '', why: '', by: '', files: [], notes: [] } as const
    await writer.openBatch({ id: 'b', at, ...said })
    const put = async (ledger: LedgerId, rows: readonly Row[], from: string, to: string) => {
      await writer.put(ledger, rows, 'b')
      await writer.cover({ ledger, from, to, batch: 'b' })
    }
    await put('adoptions', ADOPTIONS, '2023-10-01', '2024-10-31')
    await put('submissions', SUBMISSIONS, '2024-10-01', submissionsTo)
    await put('pieces', PIECES, '2024-01-01', '2024-12-31')
  })
}

const desk = testDesk()
const example = await exampleDesk()
beforeAll(() => load(desk))
const october = (words = '') => ask(desk, readAdoption, `/boards/adoption?p=2024-10${words}`)

describe('上级采用 of a month worked out by hand', () => {
  it('counts five uses of four titles; the centre’s own post stands apart', async () => {
    const { levels, own, kinds, pooled, outlets } = await october()
    expect(levels.map(({ level, uses, before, works }) => [level, uses, before, works])).toEqual([
      ['national', 1, 0, 1],
      ['provincial', 1, 0, 1],
      ['municipal', 3, 1, 3],
    ])
    expect(own).toEqual({ posts: 1, before: 0 })
    expect(kinds).toEqual([
      { kind: '', uses: 4 },
      { kind: 'adopted', uses: 1 },
    ])
    expect(pooled).toBe(1)
    expect(outlets.rows.map(({ outlet, uses, before }) => `${outlet} ${uses} ${before}`)).toEqual([
      '乐山日报 3 1',
      '四川日报 1 0',
      '学习强国 1 0',
    ])
  })

  it('gives points: front page of a city paper 5 × 2, province 10, nation 20', async () => {
    const { counting } = await october()
    // Every use: 10 + 10 + 5 + 5 + 20. Highest per work: 春耕 10 (province), 春耕␠ 5, 防汛 5, 读书 20.
    expect(counting.totals).toEqual([
      { counting: 'everyUse', uses: 5, points: 5000 },
      { counting: 'highestPerWork', uses: 4, points: 4000 },
      { counting: 'highestPerLevel', uses: 5, points: 5000 },
    ])
    expect(counting).toMatchObject({ chosen: 'highestPerWork', own: 'highestPerWork', placed: 1 })
    const spring = counting.best.find(({ work }) => work === '春耕')
    expect(spring?.points).toBe(1000)
    expect(
      spring?.uses.map(({ base, percent, word, points, counts }) => [
        base,
        percent,
        word,
        points,
        counts,
      ]),
    ).toEqual([
      [500, 200, '头版', 1000, false],
      [1000, 100, null, 1000, true],
    ])
  })

  it('ranks under the counting of the address; who is not named stands last', async () => {
    const row = ({
      name,
      uses,
      counted,
      points,
    }: {
      name: string
      uses: number
      counted: number
      points: number
    }) => `${name} ${uses} ${counted} ${points}`
    expect((await october()).people.rows.map(row)).toEqual([
      '甲 3 2 1500',
      '乙 1 1 500',
      ' 1 1 2000',
    ])
    const every = await october('&counting=everyUse')
    expect(every.people.rows.map(row)).toEqual(['甲 3 3 2500', '乙 1 1 500', ' 1 1 2000'])
    expect(every.people.rows[1]?.before).toEqual({ uses: 1, counted: 1, points: 500 })
    expect(every.departments.rows.map(row)).toEqual(['采编组 1 1 1000', ' 4 4 4000'])
  })

  it('divides what was adopted by what was submitted: both are whole', async () => {
    const { submissions } = await october()
    expect(submissions).toMatchObject({
      isExact: true,
      missing: { submissions: [], adoptions: [] },
      submitted: 4,
      adopted: 5,
      matched: 2,
      unsubmitted: 2,
    })
    expect(submissions.byOutlet).toEqual([
      { name: '乐山日报', submitted: 2, adopted: 3 },
      { name: '四川日报', submitted: 1, adopted: 1 },
      { name: '学习强国', submitted: 1, adopted: 1 },
    ])
  })

  it('measures from the first piece of the title: 2 and 4 days; 防汛 came out a day later', async () => {
    const { lag } = await october()
    expect(lag).toMatchObject({ all: 5, after: 2, before: 1, unmatched: 2, median: 3, p90: 3.8 })
    expect(lag.listed.rows.map(({ work, lag: days }) => `${work} ${days}`)).toEqual([
      '春耕 4',
      '春耕 2',
    ])
    expect(lag.early.rows.map(({ work, lag: days }) => `${work} ${days}`)).toEqual(['防汛 -1'])
    const listed = (await october('&lag=2-3')).lag
    expect([listed.chosen, listed.listed.rows.map(({ lag: days }) => days)]).toEqual(['2-3', [2]])
  })

  it('pairs the title typed with a space, and the link of another title', async () => {
    const { duplicates } = await october()
    expect(
      duplicates.pairs.map(({ first, second, days, isSameTitle, isSameLink }) => [
        `${first.day} ${second.day}`,
        days,
        isSameTitle,
        isSameLink,
      ]),
    ).toEqual([
      ['2024-10-03 2024-10-20', 17, false, true],
      ['2024-10-03 2024-10-06', 3, true, false],
    ])
  })

  it('counts links and files, and lists what has neither, latest first', async () => {
    const { evidence } = await october()
    expect(evidence.byLevel).toEqual([
      { level: 'national', uses: 1, evidenced: 1, linked: 1, filed: 0 },
      { level: 'provincial', uses: 1, evidenced: 0, linked: 0, filed: 0 },
      { level: 'municipal', uses: 3, evidenced: 2, linked: 1, filed: 1 },
    ])
    expect(evidence.lacking.map(({ day }) => day)).toEqual(['2024-10-09', '2024-10-05'])
  })

  it('shows the centre’s own word for a level as soon as it is set', async () => {
    const own = testDesk()
    await load(own)
    await own.context.store.write((writer) =>
      writer.saveSettings({
        ...DEFAULT_SETTINGS,
        adoption: { levelWords: { municipal: '州级' }, duplicateDays: 2 },
      }),
    )
    const board = await ask(own, readAdoption, '/boards/adoption?p=2024-10')
    expect(board.levelWords).toEqual({ municipal: '州级' })
    expect(board.duplicates.pairs.map(({ isSameTitle }) => isSameTitle)).toEqual([false])
  })
})

describe('adopted ÷ submitted where a ledger has gaps', () => {
  const own = testDesk()
  beforeAll(() => load(own, '2024-10-12'))
  const board = (p: string) => ask(own, readAdoption, `/boards/adoption?p=${p}`)

  it('is of the days alone for which both are whole', async () => {
    const { submissions } = await board('2024-10')
    expect(submissions).toMatchObject({ isExact: false, submitted: 3, adopted: 4 })
    expect(submissions.span).toMatchObject({ from: '2024-10-01', to: '2024-10-12' })
    expect(submissions.missing.submissions).toEqual([{ from: '2024-10-13', to: '2024-10-31' }])
  })

  it('is none where they never are, and says where they are', async () => {
    const { submissions } = await board('2024-05')
    expect(submissions).toMatchObject({ isExact: false, span: null, submitted: 0 })
    expect(submissions.elsewhere).toMatchObject({ from: '2024-10-01', to: '2024-10-12' })
  })

  it('knows nothing of a period the ledger does not cover', async () => {
    const answer = await board('2024-12')
    expect(answer).toMatchObject({ isKnown: false, against: null, levels: [], pooled: 0 })
    expect(answer.lag.all).toBe(0)
  })
})

it('refuses a counting it does not know', async () => {
  const { app } = testDesk()
  const response = await app.request('/api/boards/adoption?p=2024-10&counting=twice')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'REQUEST_INVALID' })
})

describe('上级采用 of the example year', () => {
  it('agrees with the figures of the page: 1,245 uses, 879 works', async () => {
    const { counting, levels } = await ask(example, readAdoption, '/boards/adoption?p=2024')
    expect(counting.totals[0]?.uses).toBe(1245)
    expect(counting.works).toBe(879)
    expect(levels.map(({ uses }) => uses)).toEqual([166, 476, 603])
  })

  it('has both ledgers whole in May, half of the year, and not in October', async () => {
    const exact = async (p: string) =>
      (await ask(example, readAdoption, `/boards/adoption?p=${p}`)).submissions
    expect((await exact('2024-05')).isExact).toBe(true)
    expect((await exact('2024')).span?.key).toBe('2024-04-01..2024-09-30')
    expect((await exact('2024-10')).span).toBeNull()
  })
})
