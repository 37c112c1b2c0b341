import { expect, it } from 'vitest'
import { NO_EDITS, type DeckEdits, type Slide } from '#shared/contract/decks.ts'
import { editedSlides, ownSlide, withoutOwn, withPlace, withWords } from '#shared/slides/edits.ts'

const slide = (id: string): Slide => ({
  id,
  kind: 'exhibit',
  name: id,
  title: '采用 150 条',
  subtitle: '',
  points: [],
  exhibit: null,
  callouts: [],
  speaker: '采用 150 条。',
  note: '',
  footnote: '',
  page: null,
  isHidden: false,
  isOwn: id.startsWith('own-'),
  isReworded: false,
  rule: { title: '采用 150 条', speaker: '采用 150 条。' },
  gone: [],
  unsure: [],
})
const ids = (edits: DeckEdits, ...own: string[]) =>
  editedSlides(['a', 'b', 'c', ...own].map(slide), edits).map(({ id }) => id)

it('a slide moves to a place among those shown', () => {
  expect(ids(withPlace(NO_EDITS, ['a', 'b', 'c'], 'c', 0))).toEqual(['c', 'a', 'b'])
  expect(ids(withPlace(NO_EDITS, ['a', 'b', 'c'], 'a', 9))).toEqual(['b', 'c', 'a'])
})

it('own words keep which of their numbers the figures had, and are given up one by one', () => {
  const own = withWords(NO_EDITS, slide('a'), { title: '150 条，超计划 12 条', note: '先说' })
  expect(own.words.a).toEqual({ title: '150 条，超计划 12 条', note: '先说', numbers: ['150'] })
  const [first] = editedSlides([slide('a')], own)
  expect(first).toMatchObject({ title: '150 条，超计划 12 条', isReworded: true, gone: [] })
  const back = withWords(own, slide('a'), { title: undefined })
  expect(back.words.a).toEqual({ note: '先说', numbers: [] })
  expect(withWords(back, slide('a'), { note: '' }).words).toEqual({})
})

it('words saved without a note of their numbers say which the figures do not have', () => {
  const words = { title: '采用 150 条，比上年多 32 条' }
  const [old] = editedSlides([slide('a')], { ...NO_EDITS, words: { a: words } })
  expect(old).toMatchObject({ gone: [], unsure: ['32'] })
  const again = withWords({ ...NO_EDITS, words: { a: words } }, slide('a'), { note: '看过' })
  const [now] = editedSlides([slide('a')], again)
  expect(now).toMatchObject({ gone: [], unsure: [] })
})

it('an own slide has an id of its own, and goes with all that was said of it', () => {
  const [first, second] = [1, 2].map((n) => ({
    id: `own-${n}`,
    exhibit: 'x',
    view: 'own' as const,
  }))
  if (!first || !second) throw new Error('two own slides')
  const edits = { ...NO_EDITS, own: [first, second], hidden: ['own-2'], order: ['own-2', 'a'] }
  expect(ownSlide(edits, 'y', 'cum')).toEqual({ id: 'own-3', exhibit: 'y', view: 'cum' })
  expect(withoutOwn(withWords(edits, slide('own-2'), { title: '话' }), 'own-2')).toEqual({
    ...NO_EDITS,
    own: [first],
    order: ['a'],
  })
})
