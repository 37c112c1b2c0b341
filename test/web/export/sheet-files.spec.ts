import { expect, it } from 'vitest'
import {
  deckSlides,
  pageFigures,
  periodFigures,
  sheetAddress,
  templateAddress,
} from '#web/export/sheet-files.ts'

it('a view’s workbook holds its whole question, whatever page it stands on', () => {
  const asked = {
    p: '2024-10',
    where: 'form:video',
    q: '县庆',
    page: '3',
    size: '50',
    sort: undefined,
  }
  expect(sheetAddress('pieces', asked)).toBe(
    '/api/ledgers/pieces/records.xlsx?p=2024-10&where=form%3Avideo&q=%E5%8E%BF%E5%BA%86',
  )
  expect(sheetAddress('pieces', {})).toBe('/api/ledgers/pieces/records.xlsx')
  expect(templateAddress('alerts')).toBe('/api/ledgers/alerts/template.xlsx')
})

it('the figures of a page, or of all pages, are handed out for the period shown', () => {
  expect(pageFigures('adoption', 'csv', { p: '2024-10' })).toBe(
    '/api/boards/adoption/figures.csv?p=2024-10',
  )
  expect(periodFigures({ p: '2024-10', v: 'cum' })).toBe('/api/period.xlsx?p=2024-10&v=cum')
  expect(deckSlides('monthly', { p: '2024-10', freeze: '2' }, '4x3')).toBe(
    '/api/decks/monthly/pptx?p=2024-10&freeze=2&ratio=4x3',
  )
})
