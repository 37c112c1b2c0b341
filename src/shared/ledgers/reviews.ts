import { defineLedger } from './define.ts'
import { REVIEW_ACTS } from '../records/review-states.ts'

/** 审核: events that move a month of a ledger, or a batch, from 提交 to 签发; written by the desk itself. */
export const reviews = defineLedger({
  label: '审核记录',
  kind: 'desk',
  unit: '次',
  names: [],
  fields: {
    /** Of a month: the ledger and `YYYY-MM`; both empty for a batch. */
    ledger: { label: '台账', kind: 'text' },
    month: { label: '月份', kind: 'text' },
    of: { label: '批次', kind: 'text' },
    /** Rises with every event of the same month or batch. */
    number: { label: '序号', kind: 'count', required: true },
    act: { label: '动作', kind: 'choice', options: REVIEW_ACTS, required: true },
    reason: { label: '原因', kind: 'longText' },
  },
  key: ['ledger', 'month', 'of', 'number'],
  measures: {},
  cuts: [],
  columns: ['ledger', 'month', 'of', 'act', 'reason'],
})
