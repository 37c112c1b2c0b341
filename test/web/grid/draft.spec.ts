import { afterEach, describe, expect, it } from 'vitest'
import {
  draftWords,
  EMPTY_DRAFT,
  keepGrid,
  keptGrid,
  mergeDrafts,
  movedDraft,
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
    expect(keepGrid('alerts', DRAFT)).toBe(true)
    expect(keptGrid('alerts')).toEqual(DRAFT)
    expect(keptGrid('pieces')).toEqual(EMPTY_DRAFT)
    keepGrid('alerts', EMPTY_DRAFT)
    expect(localStorage.length).toBe(0)
  })

  it('what cannot be read is no draft', () => {
    localStorage.setItem('grid:alerts', '{"changes":7}')
    expect(keptGrid('alerts')).toEqual(EMPTY_DRAFT)
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

describe('an act of typing taken back', () => {
  const row = (key: string, title: string) => ({ key, cells: { title } })
  const change = (title: string) => ({ changedAt: null, name: '甲', cells: { title } })

  it('moves what differs and leaves what came since', () => {
    const before: Draft = { changes: { a: change('一') }, adds: [row('+1', '甲')], paste: null }
    const after: Draft = {
      changes: { b: change('二') },
      adds: [row('+2', '乙'), ...before.adds],
      paste: null,
    }
    const now: Draft = { ...after, adds: [...after.adds, row('+3', '丙')], paste: DRAFT.paste }
    expect(movedDraft(now, after, before)).toEqual({
      changes: { a: change('一') },
      adds: [row('+1', '甲'), row('+3', '丙')],
      paste: DRAFT.paste,
    })
    expect(movedDraft(movedDraft(now, after, before), before, after)).toEqual(now)
  })
})
