import { defineLedger } from './define.ts'
import { STAFF_KINDS } from './activity-words.ts'
import { inOrder } from './rules.ts'

/** 人员编制台账: one row a person in a post, from a day until another; a stock, not a flow. */
export const staffing = defineLedger({
  label: '人员编制台账',
  kind: 'list',
  unit: '人',
  names: ['人员编制', '编制台账', '在编人员', '聘用人员', '人员情况'],
  fields: {
    person: {
      label: '姓名',
      kind: 'text',
      required: true,
      list: 'people',
      headings: ['人员', '人员姓名'],
    },
    post: { label: '岗位', kind: 'text', required: true, headings: ['职务', '岗位名称', '职位'] },
    kind: {
      label: '用工性质',
      kind: 'choice',
      options: STAFF_KINDS,
      required: true,
      headings: ['编制类型', '编制性质', '身份', '人员类别', '人员性质', '是否在编'],
    },
    department: {
      label: '所在部门',
      kind: 'text',
      list: 'departments',
      headings: ['部门', '股室', '科室'],
    },
    from: {
      label: '到岗日期',
      kind: 'day',
      required: true,
      headings: [
        '入职日期',
        '入职时间',
        '任职日期',
        '到岗时间',
        '进入时间',
        '入编时间',
        '聘用时间',
        '聘用日期',
        '进单位时间',
        '调入时间',
      ],
    },
    to: {
      label: '离岗日期',
      kind: 'day',
      headings: ['离职日期', '离职时间', '离岗时间', '退休日期', '调离日期'],
    },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['person', 'post', 'from'],
  measures: {
    began: { label: '到岗', on: 'from' },
    left: { label: '离岗', on: 'to' },
  },
  cuts: [['kind'], ['department']],
  columns: ['person', 'post', 'kind', 'department', 'from', 'to'],
  rules: [inOrder(['from', 'to'], '离岗日期早于到岗日期')],
})
