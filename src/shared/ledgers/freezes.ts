import { defineLedger } from './define.ts'

/** 定稿: the figures of a period as they were, under a number; never changed, never removed. */
export const freezes = defineLedger({
  label: '定稿',
  kind: 'desk',
  unit: '稿',
  names: [],
  fields: {
    /** The period's key, `2024-10`. */
    period: { label: '期间', kind: 'text', required: true },
    /** Rises with every freeze of a period. */
    number: { label: '稿次', kind: 'count', required: true },
    /** SHA-256 of what was kept, in hex. */
    content: { label: '内容', kind: 'text', required: true },
    note: { label: '说明', kind: 'longText' },
  },
  key: ['period', 'number'],
  measures: {},
  cuts: [],
  columns: ['period', 'number', 'note'],
})
