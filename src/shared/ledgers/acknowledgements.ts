import { defineLedger } from './define.ts'

/** 已知事项: what a person said about a finding of the automatic checks. Nothing is changed by it. */
export const acknowledgements = defineLedger({
  label: '已知事项',
  kind: 'list',
  unit: '条',
  names: ['已知事项', '检查说明'],
  fields: {
    label: { label: '检查', kind: 'text', required: true },
    what: { label: '发现', kind: 'longText', headings: ['问题'] },
    note: {
      label: '原因',
      kind: 'longText',
      required: true,
      headings: ['说明', '情况说明'],
    },
    finding: { label: '发现编号', kind: 'text', required: true },
  },
  key: ['finding'],
  measures: {},
  cuts: [],
  columns: ['label', 'what', 'note'],
})
