import { defineLedger } from './define.ts'

/** 视图: a ledger's list as somebody looks at it, by name: its filters, order, columns and search. */
export const views = defineLedger({
  label: '视图',
  kind: 'desk',
  unit: '个',
  names: [],
  fields: {
    ledger: { label: '台账', kind: 'text', required: true },
    name: { label: '名称', kind: 'text', required: true, citizen: 'mentioned' },
    /** The address's query, as the browser holds it. */
    query: { label: '条件', kind: 'text' },
  },
  key: ['ledger', 'name'],
  measures: {},
  cuts: [],
  columns: ['ledger', 'name'],
})
