import { defineLedger } from './define.ts'
import { ATTACHMENT_KINDS } from './dictionaries.ts'

/** 附件: evidence of any record: a picture or scan kept by its content, or a link. */
export const attachments = defineLedger({
  label: '附件',
  kind: 'desk',
  unit: '个',
  names: [],
  fields: {
    ledger: { label: '台账', kind: 'text', required: true },
    record: { label: '记录', kind: 'text', required: true },
    name: { label: '名称', kind: 'text', required: true, citizen: 'mentioned' },
    kind: { label: '类型', kind: 'choice', options: ATTACHMENT_KINDS, required: true },
    size: { label: '大小', kind: 'count', unit: '字节' },
    /** SHA-256 of the bytes, hex: the file's name in the data folder. */
    hash: { label: '内容', kind: 'text' },
    link: { label: '链接', kind: 'link' },
  },
  key: ['ledger', 'record', 'hash', 'link'],
  measures: {},
  cuts: [],
  columns: ['name', 'kind', 'size', 'ledger', 'record'],
})
