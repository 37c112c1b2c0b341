import { beforeAll, describe, expect, it } from 'vitest'
import { readDeck, saveDeck, NO_EDITS, type Deck } from '#shared/contract/decks.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { makeFreeze } from '#shared/contract/freezes.ts'
import { addRecords } from '#shared/contract/records.ts'
import { readSentiment } from '#shared/contract/sentiment.ts'
import { ask, ownExample, testDesk } from '#test/support/memory-desk.ts'

const desk = await ownExample()

const october = (words = ''): Promise<Deck> =>
  ask(desk, readDeck, `/decks/monthly?p=2024-10${words}`)
const slideIn = ({ slides }: Deck, id: string) => {
  const found = slides.find((slide) => slide.id === id)
  if (!found) throw new Error(id)
  return found
}
const save = (body: object) =>
  ask(desk, saveDeck, '/decks/monthly', { p: '2024-10', seen: null, edits: NO_EDITS, ...body })

describe('the slides of the October meeting', () => {
  it('follow the template, each with a finding, 口径 and what to say', async () => {
    const deck = await october()
    expect(deck.title).toBe('2024年10月编委会')
    expect(deck.slides.map(({ id }) => id)).toEqual([
      'cover',
      'points',
      'figures',
      'published',
      'forms',
      'adopted',
      'outlets',
      'sentiment',
      'alerts',
      'openAlerts',
      'safety',
      'budget',
      'targets',
      'definitions-1',
      'definitions-2',
    ])
    const adopted = slideIn(deck, 'adopted')
    expect(adopted.title).toBe('1—10月采用 1,030 条，国家级 138 条')
    expect(adopted.subtitle).toBe('2024年各月上级采用，条')
    expect(adopted.speaker).toBe(
      '1—10月上级采用 1,030 条，比上年同期多 167 条。10月上级采用 150 条，比上年同期多 32 条。' +
        '10月采用与发布之比 14.4%，比上年同期低 0.4 个百分点。10月采用作品 103 篇，比上年同期多 24 篇。',
    )
    expect(adopted.footnote).toBe(
      '口径：以采用台账登记的采用日期计；同一作品被多家媒体采用分别计数。',
    )
    expect(adopted.callouts[0]).toEqual({
      text: '150',
      unit: '条',
      label: '10月上级采用',
      change: { text: '▲ 27.1% 同比', tone: 'good' },
    })
    expect(adopted.page).toEqual({ board: 'overview', view: 'cum' })
  })

  it('draw the very answers of the pages', async () => {
    const deck = await october()
    const board = await ask(desk, readOverview, '/boards/overview?p=2024-10&v=cum')
    const { exhibit } = slideIn(deck, 'adopted')
    expect(exhibit?.kind === 'stack' && exhibit.answer).toEqual(
      board.answers.find(({ metric }) => metric === 'adopted'),
    )
    const budget = slideIn(deck, 'budget').exhibit
    expect(budget?.kind === 'table' && budget.rows[4]).toEqual([
      '合计',
      '426.45',
      '360.78',
      '65.67',
      '84.60%',
      '+1.27',
      '跟上',
    ])
    const figures = slideIn(deck, 'figures').exhibit
    expect(figures?.kind === 'table' && figures.rows[0]).toEqual([
      '发布量',
      '1,044 条',
      '▲ 30.3%',
      '▲ 21.7%',
    ])
  })

  it('carry notes and 重保期 for every axis of time', async () => {
    const { marks } = await october()
    expect(marks.protections.map(({ name }) => name)).toContain('2024 年国庆')
    expect(marks.notes.map(({ title }) => title)).toContain('县庆四十周年')
  })

  it('say that nothing is registered where a page knows nothing', async () => {
    const blank = await ask(testDesk(), readDeck, '/decks/monthly?p=2024-10')
    expect(slideIn(blank, 'published').title).toBe('发布量按平台（各月）：期内没有登记')
    expect(slideIn(blank, 'published').exhibit).toBeNull()
  })

  it('of a 定稿 are those of then', async () => {
    const other = testDesk()
    const use = { work: '梯田', outlet: '四川日报', level: '省级' }
    const add = (day: string) =>
      ask(other, addRecords, '/ledgers/adoptions/records', { rows: [{ ...use, day }] })
    await add('2024-10-08')
    await ask(other, makeFreeze, '/freezes', { p: '2024-10' })
    await add('2024-10-09')
    const title = async (words: string) =>
      slideIn(await ask(other, readDeck, `/decks/monthly?p=2024-10${words}`), 'adopted').speaker
    expect(await title('')).toContain('上级采用 2 条')
    expect(await title('&freeze=1')).toContain('上级采用 1 条')
  })
})

describe('what people make of the slides', () => {
  const own = { id: 'own-1', exhibit: 'safety.stack.checked.category', view: 'own' }

  it('is kept whole: order, hidden slides, words, own slides', async () => {
    const { editedAt } = await save({
      edits: {
        // Slides that are not named come behind the one they follow in the template.
        order: ['cover', 'adopted', 'points'],
        hidden: ['outlets'],
        words: { adopted: { title: '国家级采用创新高', note: '先说国家级' } },
        own: [own],
      },
      by: '主任',
    })
    const deck = await october()
    const order = deck.slides.map(({ id }) => id)
    expect(order.slice(0, 4)).toEqual(['cover', 'adopted', 'outlets', 'sentiment'])
    expect(order.slice(-4)).toEqual(['points', 'figures', 'published', 'forms'])
    expect(slideIn(deck, 'outlets').isHidden).toBe(true)
    expect(slideIn(deck, 'adopted')).toMatchObject({
      title: '国家级采用创新高',
      note: '先说国家级',
      isReworded: true,
    })
    expect(slideIn(deck, 'own-1')).toMatchObject({ isOwn: true, subtitle: '2024年各月检查，次' })
    expect([deck.editedAt, deck.editedBy]).toEqual([editedAt, '主任'])
  })

  it('says which numbers of own words the figures no longer have', async () => {
    const { editedAt } = await october()
    const words = { adopted: { title: '采用 1,020 条，超计划 12 条', numbers: ['1,020'] } }
    await save({ seen: editedAt, edits: { ...NO_EDITS, words } })
    const adopted = slideIn(await october(), 'adopted')
    expect(adopted.gone).toEqual(['1,020'])
    expect(adopted.title).toBe('采用 1,020 条，超计划 12 条')
    expect(adopted.rule.title).toBe('1—10月采用 1,030 条，国家级 138 条')
  })

  it('is refused where somebody saved since, and where a slide is of nothing', async () => {
    await expect(save({ seen: null })).rejects.toThrow('RECORD_CHANGED_MEANWHILE')
    const edits = { ...NO_EDITS, own: [{ ...own, exhibit: 'weather' }] }
    await expect(save({ edits })).rejects.toThrow('REQUEST_INVALID')
  })
})

describe('what may be shown of October', () => {
  let deck: Deck
  const exhibitIn = (id: string) => slideIn(deck, `own ${id}`).exhibit

  beforeAll(async () => {
    const { exhibits, editedAt } = await october()
    const every = exhibits.map(({ id }) => ({ id: `own ${id}`, exhibit: id, view: 'own' }))
    await save({ seen: editedAt, edits: { ...NO_EDITS, own: every } })
    deck = await october()
  })

  it('is every exhibit there is, each with something to show where the month has it', () => {
    const blank = deck.slides.filter(({ isOwn, exhibit }) => isOwn && exhibit === null)
    expect(blank.map(({ id }) => id)).toEqual(['own affairs.ranking.honours.level'])
    expect(deck.exhibits.filter(({ id }) => id.startsWith('content.floor.'))).toHaveLength(1)
  })

  it('has the drawings of the pages in every kind', () => {
    const kinds = new Set(deck.slides.flatMap(({ exhibit }) => exhibit?.kind ?? []))
    expect([...kinds].sort()).toEqual([
      'bars',
      'bullets',
      'calendar',
      'dayLine',
      'funnel',
      'histogram',
      'lines',
      'stack',
      'table',
      'weekHours',
    ])
  })

  it('says the numbers of the pages', async () => {
    const funnel = exhibitIn('sentiment.funnel')
    const { funnel: steps } = await ask(desk, readSentiment, '/boards/sentiment?p=2024-10')
    expect(funnel?.kind === 'funnel' && funnel.steps.map(({ label }) => label)).toEqual(
      steps.map(({ name }) => name),
    )
    const hours = exhibitIn('content.hours')
    const published = exhibitIn('content.figures')
    const cells = hours?.kind === 'weekHours' ? hours.cells : []
    expect(cells.reduce((sum, { value }) => sum + value, 0)).toBe(977)
    expect(published?.kind === 'table' && published.rows[0]?.slice(0, 2)).toEqual([
      '发布量',
      '1,044 条',
    ])
    expect(slideIn(deck, 'own content.hours').subtitle).toBe(
      '2024年10月各星期各钟点发布的条数；另有 67 条没有登记发布时刻，不在图里',
    )
    const causes = exhibitIn('safety.causes')
    expect(causes?.kind === 'bars' && causes.unit).toBe('次')
  })
})
