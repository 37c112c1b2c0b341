import { defineLedger } from './define.ts'
import { LEVELS } from './dictionaries.ts'
import { inOrder } from './rules.ts'

const name = { label: '名称', kind: 'text', required: true, headings: ['姓名', '全称'] } as const
const aliases = { label: '又名', kind: 'text', headings: ['别名', '简称', '曾用名'] } as const
const validFrom = { label: '启用日期', kind: 'day' } as const
const validTo = { label: '停用日期', kind: 'day' } as const
const rules = [inOrder(['validFrom', 'validTo'], '停用日期早于启用日期')]
const remark = { label: '备注', kind: 'longText' } as const

export const platforms = defineLedger({
  label: '平台',
  kind: 'list',
  unit: '个',
  names: ['平台名录', '账号名录'],
  fields: {
    name,
    medium: { label: '类型', kind: 'text', headings: ['平台类型'] },
    runBy: { label: '运营方式', kind: 'text', headings: ['运营单位'] },
    aliases,
    validFrom,
    validTo,
    remark,
  },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'medium', 'runBy', 'aliases', 'validFrom', 'validTo'],
})

export const outlets = defineLedger({
  label: '媒体',
  kind: 'list',
  unit: '家',
  names: ['媒体名录', '媒体级别'],
  fields: {
    name: { ...name, headings: ['媒体名称', '媒体'] },
    level: { label: '媒体级别', kind: 'choice', options: LEVELS, headings: ['级别', '层级'] },
    levelWord: { label: '本地级别名', kind: 'text' },
    levels: { label: '级别沿革', kind: 'text', headings: ['历年级别', '级别变更'] },
    aliases,
    validFrom,
    validTo,
    remark,
  },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'level', 'levelWord', 'levels', 'aliases', 'validFrom', 'validTo'],
})

export const departments = defineLedger({
  label: '部门',
  kind: 'list',
  unit: '个',
  names: ['部门名录'],
  fields: { name, aliases, validFrom, validTo, remark },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'aliases', 'validFrom', 'validTo'],
})

export const people = defineLedger({
  label: '人员',
  kind: 'list',
  unit: '人',
  names: ['人员名录', '花名册'],
  fields: {
    name,
    department: { label: '部门', kind: 'text', headings: ['所在部门'] },
    post: { label: '岗位', kind: 'text', headings: ['职务'] },
    aliases,
    validFrom,
    validTo,
    remark,
  },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'department', 'post', 'validFrom', 'validTo'],
})

export const townships = defineLedger({
  label: '乡镇',
  kind: 'list',
  unit: '个',
  names: ['乡镇名录'],
  fields: { name, aliases, validFrom, validTo, remark },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'aliases', 'validFrom', 'validTo'],
})

/** 预算项目: one project goes by several names in budgets, vouchers and reports. */
export const projects = defineLedger({
  label: '项目',
  kind: 'list',
  unit: '个',
  names: ['项目名录'],
  fields: { name, aliases, validFrom, validTo, remark },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'aliases', 'validFrom', 'validTo'],
})

/** What alerts are about. */
export const topics = defineLedger({
  label: '舆情类别',
  kind: 'list',
  unit: '个',
  names: ['类别名录', '舆情类别名录'],
  fields: { name, aliases, validFrom, validTo, remark },
  key: ['name'],
  measures: {},
  cuts: [],
  rules,
  columns: ['name', 'aliases', 'validFrom', 'validTo'],
})
