import type { Row } from '#shared/ledgers/define.ts'
import type { LEVELS } from '#shared/ledgers/dictionaries.ts'

export const TOWNSHIPS = [
  '沙坪镇',
  '大堡镇',
  '毛坪镇',
  '五渡镇',
  '新林镇',
  '黑竹沟镇',
  '宜坪乡',
  '杨河乡',
  '共安乡',
  '平等乡',
  '金岩乡',
  '勒乌乡',
] as const

/** `weight` is how often somebody writes; the two who sign off write least. */
export const PEOPLE = [
  { name: '编辑甲', department: '编辑部', post: '总编辑', weight: 2 },
  { name: '编辑乙', department: '编辑部', post: '责任编辑', weight: 5 },
  { name: '编辑丙', department: '采编一组', post: '记者', weight: 14 },
  { name: '编辑丁', department: '采编一组', post: '记者', weight: 12 },
  { name: '编辑戊', department: '采编二组', post: '记者', weight: 13 },
  { name: '编辑己', department: '采编二组', post: '记者', weight: 11 },
  { name: '编辑庚', department: '新媒体组', post: '新媒体编辑', weight: 12 },
  { name: '编辑辛', department: '专题组', post: '专题编导', weight: 9 },
] as const

/** Those who write no pieces; two have left. */
export const OTHER_STAFF = [
  { name: '职工甲', department: '播出技术组', post: '播出值机' },
  { name: '职工乙', department: '播出技术组', post: '播出值机' },
  { name: '职工丙', department: '播出技术组', post: '设备维护' },
  { name: '职工丁', department: '办公室', post: '会计' },
  { name: '职工戊', department: '办公室', post: '文秘' },
  { name: '职工己', department: '新媒体组', post: '客户端运营' },
  { name: '职工庚', department: '专题组', post: '播音员' },
  { name: '职工辛', department: '专题组', post: '后期制作' },
  { name: '职工壬', department: '办公室', post: '驾驶员' },
  { name: '职工癸', department: '办公室', post: '文秘' },
  { name: '职工子', department: '采编一组', post: '记者' },
] as const

export type Person = (typeof PEOPLE)[number]

export type Level = Exclude<keyof typeof LEVELS, 'county'>

/** Outlets that adopt works in the example; `weight` is how often within their level. */
export const OUTLETS = [
  { name: '人民日报客户端', level: 'national', medium: '端', weight: 4, positions: ['四川频道'] },
  { name: '新华社客户端', level: 'national', medium: '端', weight: 5, positions: ['四川频道'] },
  { name: '央视新闻客户端', level: 'national', medium: '端', weight: 4, positions: [] },
  { name: '央视财经频道', level: 'national', medium: '台', weight: 1, positions: ['正点财经'] },
  { name: '学习强国', level: 'national', medium: '学习强国', weight: 7, positions: [] },
  { name: '四川日报', level: 'provincial', medium: '报', weight: 3, positions: ['头版', '要闻版'] },
  { name: '川观新闻', level: 'provincial', medium: '端', weight: 7, positions: ['市州'] },
  { name: '四川广播电视台', level: 'provincial', medium: '台', weight: 4, positions: ['四川新闻'] },
  { name: '四川观察', level: 'provincial', medium: '端', weight: 6, positions: [] },
  { name: '封面新闻', level: 'provincial', medium: '端', weight: 5, positions: ['乐山频道'] },
  { name: '乐山日报', level: 'municipal', medium: '报', weight: 5, positions: ['头版', '区县版'] },
  { name: '乐山新闻网', level: 'municipal', medium: '网', weight: 7, positions: ['区县'] },
  { name: '乐山市融媒体中心', level: 'municipal', medium: '端', weight: 6, positions: [] },
  { name: '乐山广播电视台', level: 'municipal', medium: '台', weight: 5, positions: ['乐山新闻'] },
] as const satisfies readonly {
  name: string
  level: Level
  medium: string
  weight: number
  positions: readonly string[]
}[]

/** The centre's own words for the levels. */
export const LEVEL_WORDS = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
} as const satisfies Record<Level, string>

export function examplePlatforms(): Row[] {
  return [
    { name: '峨边在线', medium: '微信公众号', runBy: '委托上级主流媒体运营' },
    { name: '爱峨边', medium: '客户端', runBy: null },
    { name: '今日峨边', medium: '微博', runBy: null },
    { name: '综合频道', medium: '电视', runBy: null },
    { name: '综合广播', medium: '广播', runBy: null },
    { name: '短视频号', medium: '短视频', runBy: null },
  ]
}

/** The outlets that adopt, and those the report names beside them. */
export function exampleOutlets(): Row[] {
  const adopting = OUTLETS.map(({ name, level }) => ({
    name,
    level,
    levelWord: LEVEL_WORDS[level],
  }))
  const named = [
    '中央广播电视总台·新闻联播',
    '中央广播电视总台·财经频道',
    'CCTV中国电视报',
    '新华社',
  ]
  return [...adopting, ...named.map((name) => ({ name, level: 'national', levelWord: '国家级' }))]
}

export function exampleDepartments(): Row[] {
  const editing = [...new Set(PEOPLE.map(({ department }) => department))]
  return [...editing, '播出技术组', '办公室'].map((name) => ({ name }))
}

export function examplePeople(): Row[] {
  return [...PEOPLE, ...OTHER_STAFF].map(({ name, department, post }) => ({
    name,
    department,
    post,
  }))
}

export function exampleTownships(): Row[] {
  return TOWNSHIPS.map((name) => ({ name }))
}

/** Every name some field of the rows uses, once, in the order they come. */
export function exampleNames(rows: readonly Row[], field: string): Row[] {
  const names = new Set(rows.flatMap((row) => (row[field] ? [String(row[field])] : [])))
  return [...names].map((name) => ({ name }))
}
