import { defineLedger } from './define.ts'

/** 补报: a record added to a closed month, or changed in one, and why. Written by the store itself. */
export const belated = defineLedger({
  label: '补报登记',
  kind: 'desk',
  unit: '条',
  names: [],
  fields: {
    ledger: { label: '台账', kind: 'text', required: true },
    record: { label: '记录', kind: 'text', required: true },
    /** `YYYY-MM`. */
    month: { label: '月份', kind: 'text', required: true },
    act: {
      label: '动作',
      kind: 'choice',
      options: { add: { label: '新增' }, change: { label: '更正' } },
      required: true,
    },
    reason: { label: '原因', kind: 'longText', required: true },
    /** The batch it came with. */
    entry: { label: '批次', kind: 'text', required: true },
  },
  key: ['ledger', 'record', 'month', 'entry'],
  measures: {},
  cuts: [],
  columns: ['ledger', 'record', 'month', 'reason'],
})
