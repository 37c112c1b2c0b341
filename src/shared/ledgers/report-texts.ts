import { defineLedger } from './define.ts'

/** 报告文字: what people wrote into a report of a period; its figures and sentences are never kept here. */
export const reportTexts = defineLedger({
  label: '报告文字',
  kind: 'desk',
  unit: '段',
  names: [],
  fields: {
    /** The period's key, `2024-10`. */
    period: { label: '期间', kind: 'text', required: true },
    document: { label: '报告', kind: 'text', required: true },
    slot: { label: '位置', kind: 'text', required: true },
    text: { label: '文字', kind: 'longText' },
    /** The key of the period it was taken over from and not touched since. */
    carried: { label: '沿用自', kind: 'text' },
  },
  key: ['period', 'document', 'slot'],
  measures: {},
  cuts: [],
  columns: ['period', 'document', 'slot', 'text'],
})
