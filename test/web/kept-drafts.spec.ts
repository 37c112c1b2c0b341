import { afterEach, describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, keepGrid, keptGrid } from '#web/grid/draft.ts'
import { readerIs } from '#web/kept-drafts.ts'
import { keepForm, keptForm } from '#web/records/form-draft.ts'

const TYPED = { ...EMPTY_DRAFT, adds: [{ key: '+1', cells: { title: '张三反映' } }] }
const FORM = { ledger: 'alerts', record: 'a1', fill: {} } as const

afterEach(() => {
  readerIs('')
  localStorage.clear()
})

describe('what is typed and not saved', () => {
  it('is shown to whoever typed it, and to nobody else at the same browser', () => {
    readerIs('shama')
    keepGrid('alerts', TYPED)
    keepForm(FORM, { cells: { title: '李四反映' }, changedAt: null })
    readerIs('ayi')
    expect(keptGrid('alerts')).toEqual(EMPTY_DRAFT)
    expect(keptForm(FORM)).toBeNull()
    readerIs('shama')
    expect(keptGrid('alerts')).toEqual(TYPED)
    expect(keptForm(FORM)?.cells).toEqual({ title: '李四反映' })
  })

  it('stays after signing out, and is let go by its own reader alone', () => {
    readerIs('shama')
    keepGrid('alerts', TYPED)
    readerIs('')
    expect(keptGrid('alerts')).toEqual(EMPTY_DRAFT)
    keepGrid('alerts', EMPTY_DRAFT)
    readerIs('shama')
    expect(keptGrid('alerts')).toEqual(TYPED)
  })
})
