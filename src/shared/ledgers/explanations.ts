import { defineLedger } from './define.ts'
import { EXPLANATION_STATES } from './dictionaries.ts'

/** 核对说明: what a person found out about two figures that differ. Neither figure is changed by it. */
export const explanations = defineLedger({
  label: '核对说明',
  kind: 'list',
  unit: '条',
  names: ['核对说明', '差异说明'],
  fields: {
    label: { label: '指标', kind: 'text', required: true, headings: ['名称'] },
    state: { label: '结论', kind: 'choice', options: EXPLANATION_STATES, required: true },
    note: { label: '说明', kind: 'longText', headings: ['原因', '情况说明'] },
    pair: { label: '核对项', kind: 'text', required: true },
  },
  key: ['pair'],
  measures: {},
  cuts: [],
  columns: ['label', 'state', 'note'],
})
