import { defineLedger } from './define.ts'

/** 帮扶台账: one row a visit, gift or measure for a village or a household. */
export const aid = defineLedger({
  label: '帮扶台账',
  unit: '次',
  names: ['帮扶台账', '帮扶记录', '结对帮扶', '驻村帮扶', '乡村振兴', '帮扶'],
  fields: {
    day: {
      label: '帮扶日期',
      kind: 'day',
      required: true,
      headings: ['日期', '帮扶时间', '走访日期', '走访时间', '慰问日期', '慰问时间'],
    },
    village: {
      label: '帮扶村',
      kind: 'text',
      required: true,
      headings: [
        '村',
        '村名',
        '联系村',
        '乡镇村',
        '帮扶地点',
        '村组',
        '所在村',
        '所在村组',
        '帮扶村组',
      ],
    },
    household: {
      label: '帮扶户',
      kind: 'text',
      citizen: 'named',
      headings: ['户主', '户主姓名', '帮扶对象', '联系户', '脱贫户'],
    },
    measure: {
      label: '帮扶措施',
      kind: 'longText',
      required: true,
      headings: ['帮扶内容', '帮扶事项', '措施', '工作内容', '走访内容'],
    },
    money: {
      label: '帮扶资金',
      kind: 'money',
      unit: '元',
      headings: ['资金', '慰问金', '投入资金', '物资折价', '折合资金', '金额'],
    },
    people: {
      label: '受益人数',
      kind: 'count',
      unit: '人',
      headings: ['惠及人数', '惠及群众', '受益群众', '覆盖人数'],
    },
    helper: {
      label: '帮扶人',
      kind: 'text',
      list: 'people',
      headings: ['帮扶干部', '联系人', '帮扶责任人', '结对干部', '走访人', '走访干部'],
    },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day', 'village', 'household', 'measure'],
  measures: {
    records: { label: '帮扶', on: 'day' },
    money: { label: '帮扶资金', on: 'day', sum: 'money' },
    people: { label: '受益', on: 'day', sum: 'people' },
  },
  cuts: [['village']],
  columns: ['day', 'village', 'household', 'measure', 'money', 'people', 'helper'],
})
