import { defineLedger } from './define.ts'

/** 结账: events that close a month or open it again; the last one of a month says how it stands. */
export const closings = defineLedger({
  label: '结账记录',
  kind: 'desk',
  unit: '次',
  names: [],
  fields: {
    /** `YYYY-MM`. */
    month: { label: '月份', kind: 'text', required: true },
    /** Rises with every event of a month. */
    number: { label: '序号', kind: 'count', required: true },
    act: {
      label: '动作',
      kind: 'choice',
      options: { close: { label: '结账' }, reopen: { label: '重开' } },
      required: true,
    },
    reason: { label: '原因', kind: 'longText' },
  },
  key: ['month', 'number'],
  measures: {},
  cuts: [],
  columns: ['month', 'act', 'reason'],
})
