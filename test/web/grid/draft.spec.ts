import { afterEach, describe, expect, it } from 'vitest'
import {
  draftWords,
  EMPTY_DRAFT,
  keepDraft,
  keptDraft,
  mergeDrafts,
  type Draft,
} from '#web/grid/draft.ts'

const DRAFT: Draft = {
  changes: { a1: { changedAt: null, name: '扬尘', cells: { title: '道路扬尘', level: 'red' } } },
  adds: [{ key: '+1', cells: { title: '新' } }],
  paste: { record: null, field: 'title', text: '甲\t乙' },
}

afterEach(() => localStorage.clear())

describe('what is typed and not written', () => {
  it('is kept a ledger, and nothing is kept of nothing', () => {
    expect(keepDraft('alerts', DRAFT)).toBe(true)
    expect(keptDraft('alerts')).toEqual(DRAFT)
    expect(keptDraft('pieces')).toEqual(EMPTY_DRAFT)
    keepDraft('alerts', EMPTY_DRAFT)
    expect(localStorage.length).toBe(0)
  })

  it('what cannot be read is no draft', () => {
    localStorage.setItem('grid:alerts', '{"changes":7}')
    expect(keptDraft('alerts')).toEqual(EMPTY_DRAFT)
  })

  it('two meet with the later text of each cell', () => {
    const later: Draft = {
      changes: { a1: { changedAt: null, name: '扬尘', cells: { title: '噪声' } } },
      adds: [{ key: '+2', cells: {} }],
      paste: null,
    }
    const both = mergeDrafts(DRAFT, later)
    expect(both.changes.a1?.cells).toEqual({ title: '噪声', level: 'red' })
    expect(both.adds.map(({ key }) => key)).toEqual(['+1', '+2'])
    expect(both.paste).toEqual(DRAFT.paste)
    expect(draftWords(both)).toBe('2 格改动、2 行新记录、一块粘贴')
  })
})
