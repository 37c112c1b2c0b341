import { POTS } from './budget-words.ts'
import { defineLedger, type Cell, type Row } from './define.ts'
import { SPENDING_KINDS } from './dictionaries.ts'

/** 支付: one row a payment, or a project's total of one month where that is all the centre keeps. */
export const payments = defineLedger({
  label: '支付台账',
  unit: '笔',
  wall: 'figures',
  names: ['支付', '支出明细', '预算执行'],
  fields: {
    paidOn: {
      label: '支付日期',
      kind: 'dayOrMonth',
      required: true,
      headings: [
        '支付时间',
        '日期',
        '月份',
        '付款日期',
        '付款时间',
        '支出日期',
        '支出时间',
        '报销日期',
        '入账日期',
        '记账日期',
      ],
    },
    category: {
      label: '支出类别',
      kind: 'choice',
      options: SPENDING_KINDS,
      saidBy: 'project',
      headings: ['类别'],
    },
    project: {
      label: '项目名称',
      kind: 'text',
      wall: 'words',
      list: 'projects',
      required: true,
      headings: ['预算项目', '项目', '经费项目', '项目内容'],
    },
    amount: {
      label: '支付金额',
      kind: 'money',
      unit: '元',
      required: true,
      headings: [
        '金额',
        '支出数',
        '执行数',
        '已支付',
        '支出金额',
        '付款金额',
        '实付金额',
        '报销金额',
        '支付数',
        '本月支出',
        '本月支出数',
        '本月执行数',
        '本月支付',
        '本月支付数',
        '当月支出',
        '当月支出数',
        '当月执行数',
        '当月支付',
        '当月支付数',
      ],
    },
    pot: {
      label: '所用资金',
      kind: 'choice',
      options: POTS,
      headings: ['资金年份', '是否结转', '结转标记'],
    },
    voucher: {
      label: '凭证号',
      kind: 'text',
      headings: ['凭证', '凭证编号', '凭证字号', '记账凭证号'],
    },
    payee: {
      label: '收款方',
      kind: 'text',
      headings: ['收款人', '收款单位', '收款单位名称', '收款账户名', '供应商'],
    },
    summary: {
      label: '摘要',
      kind: 'text',
      headings: ['用途', '事由', '支付内容', '支出事项', '款项用途', '报销事由', '支付事由'],
    },
    countedPot: { label: '计入资金', kind: 'choice', options: POTS, derive: countedPot },
  },
  key: ['voucher', 'paidOn', 'category', 'project', 'summary'],
  measures: {
    records: { label: '支付', on: 'paidOn' },
    amount: { label: '已支付', on: 'paidOn', sum: 'amount' },
    ofYear: {
      label: '本年预算支付',
      on: 'paidOn',
      sum: 'amount',
      when: { countedPot: ['thisYear'] },
    },
    carried: {
      label: '结转资金支付',
      on: 'paidOn',
      sum: 'amount',
      when: { countedPot: ['carriedOver'] },
    },
  },
  cuts: [['project'], ['category']],
  columns: ['paidOn', 'category', 'project', 'amount', 'voucher', 'summary'],
})

/** A payment that names no pot is taken to be of this year's budget. */
function countedPot(row: Row): Cell {
  return row.pot ?? 'thisYear'
}
