import { defineLedger } from './define.ts'

/** 列的对应: how a user had sheets of one set of headings read; the next such sheet is read the same. */
export const mappings = defineLedger({
  label: '列的对应',
  kind: 'desk',
  unit: '份',
  names: [],
  fields: {
    /** The headings of a table, in one order whatever theirs. */
    headings: { label: '表头', kind: 'longText', required: true, citizen: 'nobody' },
    ledger: { label: '台账', kind: 'text', required: true },
    correctedOn: { label: '指定日期', kind: 'day', required: true },
    /** As JSON; its shape is `mappingSchema` of the contract. */
    mapping: { label: '对应', kind: 'longText', required: true, citizen: 'nobody' },
  },
  key: ['headings'],
  measures: {},
  cuts: [],
  columns: ['ledger', 'headings', 'correctedOn'],
})
