import { describe, expect, it } from 'vitest'
import type { AdoptionAnswer, LagSection, SubmissionsSection } from '#shared/contract/adoption.ts'
import {
  countingSentence,
  countingTitle,
  daysText,
  duplicatesTitle,
  evidenceTitle,
  lagTitle,
  levelMonthsTitle,
  levelsTitle,
  missingWords,
  outletsTitle,
  pointsText,
  rankingTitle,
  submissionTitle,
} from '#shared/headlines/adoption.ts'
import { rangePeriod } from '#shared/time/period.ts'

const counting = (chosen: AdoptionAnswer['counting']['chosen'], uses: readonly number[]) => ({
  chosen,
  own: null,
  rule: null,
  rules: [],
  totals: (['everyUse', 'highestPerWork', 'highestPerLevel'] as const).map((id, n) => ({
    counting: id,
    uses: uses[n] ?? 0,
    points: 0,
  })),
  works: 103,
  repeated: 35,
  placed: 0,
  unscored: 0,
  best: [],
})

it('prints points of whole hundredths without needless decimals', () => {
  expect([109_500, 750, 5, 0, 123_450_000].map(pointsText)).toEqual([
    '1,095',
    '7.5',
    '0.05',
    '0',
    '1,234,500',
  ])
})

describe('both totals', () => {
  it('names the chosen one beside every use and explains the gap', () => {
    const section = counting('highestPerWork', [150, 103, 131])
    expect(countingTitle(section)).toBe('采用 150 条，每篇作品只计最高级别一次为 103 条')
    expect(countingSentence(section)).toBe(
      '相差 47 条：103 篇作品中有 35 篇被采用不止一次，只留级别最高的一次。作品以原稿标题区分，在期内计。',
    )
  })

  it('says so where every use counts, where nothing differs and where there is nothing', () => {
    const every = counting('everyUse', [150, 103, 131])
    expect(countingTitle(every)).toBe('每次采用都计，共 150 条')
    expect(countingSentence(every)).toBe('103 篇作品中有 35 篇被采用不止一次，这里每一次都计。')
    expect(countingSentence(counting('highestPerLevel', [150, 103, 150]))).toBe(
      '103 篇作品中有 35 篇被采用不止一次，但没有一次因此少计，两个合计相同。',
    )
    expect(countingTitle(counting('everyUse', [0, 0, 0]))).toBe('期内没有采用记录')
    expect(countingSentence(counting('everyUse', [0, 0, 0]))).toBe('')
  })
})

describe('levels and outlets', () => {
  const level = (id: string, uses: number, before: number | null) => ({
    level: id,
    uses,
    before,
    works: uses,
    counted: uses,
    points: 0,
  })

  it('names the largest level and how the highest moved, in the centre’s words', () => {
    const levels = [level('national', 24, 15), level('municipal', 76, 80)]
    expect(levelsTitle(levels, { municipal: '州级' })).toBe(
      '州级 76 条，占 76.0%；国家级由上年 15 条增到 24 条',
    )
    expect(levelsTitle([level('national', 4, 4)], {})).toBe(
      '国家级 4 条，占 100%；国家级与上年同为 4 条',
    )
  })

  it('compares with no year that is not known', () => {
    expect(levelsTitle([level('national', 4, null)], {})).toBe('国家级 4 条，占 100%')
    expect(levelsTitle([], {})).toBe('期内没有采用记录')
  })

  it('names the first outlet and the one that fell by three or more', () => {
    const outlet = (name: string, uses: number, before: number | null) => ({
      outlet: name,
      level: 'municipal',
      uses,
      before,
    })
    const rows = [outlet('乐山新闻网', 19, 18), outlet('四川观察', 10, 13), outlet('晚报', 0, 2)]
    expect(outletsTitle({ all: 3, rows })).toBe(
      '2 家媒体采用，乐山新闻网 19 条最多；四川观察比上年少 3 条',
    )
    expect(outletsTitle({ all: 1, rows: rows.slice(0, 1) })).toBe(
      '1 家媒体采用，乐山新闻网 19 条最多',
    )
  })
})

it('says how each level moved over the months that both years know whole', () => {
  const months = [
    { level: 'national', values: [5, 7, null], before: [3, 4, 9], partial: [false, false, false] },
    { level: 'municipal', values: [5, 9, 1], before: [8, 9, 9], partial: [false, false, true] },
    { level: 'county', values: [2, 2, 2], before: [2, 2, 2], partial: [false, false, false] },
  ]
  expect(levelMonthsTitle(months, { municipal: '州级' })).toBe(
    '比上年同月：国家级多 5 条，州级少 3 条，县级持平',
  )
  expect(
    levelMonthsTitle([{ level: 'national', values: [1], before: [null], partial: [] }], {}),
  ).toBe('各级采用的月份走势')
})

it('puts the first of a ranking beside last year; nobody named leads nothing', () => {
  const size = (points: number) => ({ uses: 9, counted: 7, points })
  expect(rankingTitle([{ name: '甲', ...size(22_000), before: size(11_500) }], true)).toBe(
    '甲 220 分居首，上年 115 分',
  )
  expect(rankingTitle([{ name: '甲', ...size(0), before: null }], false)).toBe('甲 7 条居首')
  expect(rankingTitle([{ name: '', ...size(1), before: null }], true)).toBe('没有填写，无从排名')
})

describe('lag', () => {
  const lag = (
    all: number,
    after: number,
    median: number | null,
    p90: number | null,
  ): LagSection => ({
    all,
    after,
    before: 0,
    unmatched: all - after,
    isPiecesWhole: true,
    median,
    p90,
    medianBin: null,
    p90Bin: null,
    bins: [],
    chosen: null,
    listed: { all: 0, rows: [] },
    early: { all: 0, rows: [] },
  })

  it('is said in days, the same day in words', () => {
    expect(lagTitle(lag(150, 146, 1, 9.26))).toBe(
      '半数在发布后 1 天内被采用，九成在发布后 9.3 天内',
    )
    expect(lagTitle(lag(3, 3, 0, 0))).toBe('半数在发布当天被采用，九成在发布当天')
    expect(daysText(2.5)).toBe('2.5')
  })

  it('says where nothing was carried or nothing matched', () => {
    expect(lagTitle(lag(0, 0, null, null))).toBe('期内没有采用记录')
    expect(lagTitle(lag(4, 0, null, null))).toBe('采用的 4 条都没有对上先发布的同题稿件')
  })
})

describe('adopted ÷ submitted', () => {
  const section = (rest: Partial<SubmissionsSection>): SubmissionsSection => ({
    isExact: true,
    missing: { submissions: [], adoptions: [] },
    span: rangePeriod('2024-05-01', '2024-05-31'),
    elsewhere: null,
    submitted: 200,
    adopted: 109,
    matched: 100,
    unsubmitted: 9,
    results: [],
    byLevel: [],
    byOutlet: [],
    byAuthor: [],
    ...rest,
  })
  const gap = {
    isExact: false,
    missing: { submissions: [{ from: '2024-10-01', to: '2024-10-31' }], adoptions: [] },
  }

  it('shows both sides of the rate, and the days it is of where those are not all', () => {
    expect(submissionTitle(section({}))).toBe('采用 109 条 ÷ 报送 200 条 = 54.5%')
    expect(submissionTitle(section(gap))).toBe(
      '只有 5月1—31日算得出：采用 109 条 ÷ 报送 200 条 = 54.5%',
    )
  })

  it('gives the reason where there is no rate', () => {
    expect(submissionTitle(section({ ...gap, span: null }))).toBe(
      '算不出采用率：报送台账没有登记齐 10月1—31日',
    )
    expect(submissionTitle(section({ submitted: 0, adopted: 0 }))).toBe(
      '5月1—31日没有报送，算不出采用率',
    )
    expect(missingWords(section({}))).toBe('期间还没有开始')
  })
})

it('says how much is proven and how much is likely doubled', () => {
  const row = { level: 'national', uses: 150, evidenced: 134, linked: 1, filed: 1 }
  expect(evidenceTitle({ byLevel: [row], lacking: [] })).toBe(
    '150 条中 134 条有链接或凭证，占 89.3%',
  )
  expect(evidenceTitle({ byLevel: [], lacking: [] })).toBe('期内没有采用记录')
  expect(duplicatesTitle({ within: 7, all: 4, pairs: [] })).toBe('疑似重复 4 对，没有删除，请核对')
  expect(duplicatesTitle({ within: 7, all: 0, pairs: [] })).toBe('没有看到疑似重复的记录')
})
