import { defineLedger } from './define.ts'
import { HONOUR_LEVELS } from './activity-words.ts'

/** 荣誉台账: one row an award given to the centre, a work or a person. */
export const honours = defineLedger({
  label: '荣誉台账',
  unit: '项',
  names: ['荣誉台账', '获奖台账', '荣誉', '获奖情况', '表彰'],
  fields: {
    day: {
      label: '获奖日期',
      kind: 'dayOrMonth',
      required: true,
      headings: [
        '日期',
        '获奖时间',
        '表彰时间',
        '授予时间',
        '颁奖日期',
        '获奖年月',
        '表彰日期',
        '颁奖时间',
      ],
    },
    name: {
      label: '荣誉名称',
      kind: 'text',
      required: true,
      headings: ['奖项名称', '奖项', '获奖名称', '表彰名称'],
    },
    level: {
      label: '荣誉级别',
      kind: 'choice',
      options: HONOUR_LEVELS,
      required: true,
      headings: ['奖项级别', '获奖级别', '级别', '层级'],
    },
    rank: { label: '等次', kind: 'text', headings: ['获奖等次', '奖次', '等级', '名次'] },
    awardedBy: {
      label: '颁奖单位',
      kind: 'text',
      headings: ['授予单位', '表彰单位', '颁发单位', '评奖单位', '主办单位'],
    },
    winner: {
      label: '获奖单位或个人',
      kind: 'text',
      headings: [
        '获奖人',
        '获奖者',
        '获奖单位',
        '受表彰对象',
        '获奖单位/个人',
        '获奖人员',
        '获奖作者',
        '主创人员',
        '作者',
      ],
    },
    work: { label: '获奖作品', kind: 'text', headings: ['作品', '作品名称', '作品标题'] },
    evidence: { label: '证书或文件', kind: 'link', headings: ['证书', '文件链接', '证书链接'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['day', 'name', 'winner', 'work'],
  measures: { records: { label: '荣誉', on: 'day' } },
  cuts: [['level']],
  columns: ['day', 'name', 'level', 'rank', 'awardedBy', 'winner', 'work'],
  alike: { text: 'name', on: 'day', days: 31 },
})
