import { eachTextIn } from '../json-texts.ts'
import { defineLedger } from './define.ts'

/** 演示: what people made of a meeting's template for a period; its figures are never kept here. */
export const decks = defineLedger({
  label: '演示',
  kind: 'desk',
  unit: '份',
  names: [],
  fields: {
    /** The period's key, `2024-10`. */
    period: { label: '期间', kind: 'text', required: true },
    template: { label: '模板', kind: 'text', required: true },
    /** Order, hidden slides, words and own slides, as JSON. */
    edits: {
      label: '改动',
      kind: 'longText',
      required: true,
      eachText: (edits, put) =>
        eachTextIn(edits, (text, at) => (at.startsWith('/words/') ? put(text, at) : text)),
    },
  },
  key: ['period', 'template'],
  measures: {},
  cuts: [],
  columns: ['period', 'template'],
})
