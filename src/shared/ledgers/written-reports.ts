import { defineLedger } from './define.ts'

/** 已写报告: a file written to the folder of reports; its bytes stand there and nowhere else. */
export const writtenReports = defineLedger({
  label: '已写报告',
  kind: 'desk',
  unit: '份',
  names: [],
  fields: {
    /** The period's key, `2024-10`. */
    period: { label: '期间', kind: 'text', required: true },
    /** Which of the files that can be scheduled. */
    file: { label: '报告', kind: 'text', required: true },
    name: { label: '文件名', kind: 'text', required: true },
    bytes: { label: '大小', kind: 'count', unit: '字节' },
  },
  key: ['name'],
  measures: {},
  cuts: [],
  columns: ['period', 'file', 'name', 'bytes'],
})
