import { describe, expect, it } from 'vitest'
import { NO_EDITS, type DeckEdits } from '#shared/contract/decks.ts'
import { differences, merged } from '#web/present/deck-differences.ts'

const NAMES: Readonly<Record<string, string>> = { adopted: '上级采用', safety: '安全播出' }
const nameOf = (id: string, { own }: DeckEdits): string =>
  NAMES[id] ?? own.find((one) => one.id === id)?.exhibit ?? id
const edits = (made: Partial<DeckEdits>): DeckEdits => ({ ...NO_EDITS, ...made })
const between = (mine: Partial<DeckEdits>, theirs: Partial<DeckEdits>) =>
  differences(edits(mine), edits(theirs), nameOf)
/** My edits with everything as the other person has it. */
const allTheirs = (mine: Partial<DeckEdits>, theirs: Partial<DeckEdits>) =>
  merged(edits(mine), between(mine, theirs))

describe('where two versions of a deck differ', () => {
  it('is nowhere where they say the same', () => {
    const same = { order: ['adopted'], hidden: ['safety'], words: { adopted: { title: '新高' } } }
    expect(between(same, same)).toEqual([])
    expect(between({ hidden: ['a', 'b'] }, { hidden: ['b', 'a'] })).toEqual([])
  })

  it('is told by place and slide, and what only one has stands out', () => {
    const [order, hidden, title] = between(
      { order: ['adopted', 'safety'], words: { adopted: { title: '创新高' } } },
      { order: ['safety', 'adopted'], hidden: ['safety'] },
    )
    expect([order?.what, hidden?.what, title?.what]).toEqual([
      '次序',
      '不放映的页',
      '上级采用的标题',
    ])
    expect(order?.mine).toEqual([
      { text: '1 上级采用', isOther: true },
      { text: '2 安全播出', isOther: true },
    ])
    expect(hidden?.mine).toEqual([{ text: '（同模板）', isOther: false }])
    expect(hidden?.theirs).toEqual([{ text: '安全播出', isOther: true }])
    expect(title?.theirs).toEqual([{ text: '（同模板）', isOther: false }])
  })
})

describe('a choice between two versions', () => {
  it('takes one place and leaves the others as they are', () => {
    const mine = { hidden: ['safety'], words: { adopted: { title: '我的', note: '先说' } } }
    const theirs = { order: ['safety'], words: { adopted: { title: '对方的' } } }
    const title = between(mine, theirs).filter(({ what }) => what === '上级采用的标题')
    expect(merged(edits(mine), title)).toEqual(
      edits({
        hidden: ['safety'],
        words: { adopted: { title: '对方的', note: '先说', numbers: [] } },
      }),
    )
  })

  it('of every place of the other person gives their version', () => {
    const theirs = { order: ['safety'], hidden: ['adopted'] }
    expect(allTheirs({ words: { adopted: { title: '我的' } } }, theirs)).toEqual(edits(theirs))
  })

  it('keeps which numbers the words were written with', () => {
    const mine = { words: { adopted: { title: '采用 150 条', numbers: ['150'] } } }
    const theirs = { words: { adopted: { speaker: '比上年多 32 条', numbers: ['32', '7'] } } }
    const speaker = between(mine, theirs).filter(({ what }) => what.endsWith('讲稿'))
    expect(merged(edits(mine), speaker).words.adopted).toEqual({
      title: '采用 150 条',
      speaker: '比上年多 32 条',
      numbers: ['150', '32'],
    })
  })

  it('loses nobody’s own slide, also where both called theirs the same', () => {
    const mine = { own: [{ id: 'own-1', exhibit: 'a', view: 'own' as const }] }
    const theirs = {
      own: [
        { id: 'own-1', exhibit: 'b', view: 'cum' as const },
        { id: 'own-2', exhibit: 'a', view: 'own' as const },
      ],
      hidden: ['own-1'],
      words: { 'own-1': { note: '第二件' } },
    }
    const own = between(mine, theirs).filter(({ what }) => what === '自己加的页')
    expect(merged(edits(mine), own)).toEqual(
      edits({
        own: [
          { id: 'own-1', exhibit: 'a', view: 'own' },
          { id: 'own-2', exhibit: 'b', view: 'cum' },
        ],
        hidden: ['own-2'],
        words: { 'own-2': { note: '第二件' } },
      }),
    )
  })
})
