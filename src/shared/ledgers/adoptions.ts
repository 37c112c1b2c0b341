import { defineLedger, type Cell, type Row } from './define.ts'
import { ADOPTION_KINDS, FLAG, FORMS, LEVELS } from './dictionaries.ts'
import { LEVEL_SOURCES } from './outlet-levels.ts'

/**
 * 上级采用台账: one row a work carried by one outlet (an adoption instance). What the centre posts on
 * its own account there (人民号 …) is kept as well and counted apart.
 */
export const adoptions = defineLedger({
  label: '上级采用台账',
  unit: '条',
  wall: 'figures',
  names: ['上级采用', '上级媒体采用', '采用台账', '采用统计', '上稿', '外宣'],
  fields: {
    code: { label: '编号', kind: 'text' },
    day: {
      label: '采用日期',
      kind: 'day',
      wall: 'words',
      required: true,
      headings: [
        '采用时间',
        '刊播日期',
        '刊播时间',
        '刊发日期',
        '发布时间',
        '日期',
        '时间',
        '上稿日期',
        '上稿时间',
        '刊登日期',
        '刊登时间',
        '刊发时间',
        '播出日期',
        '播出时间',
        '登载时间',
        '发表时间',
      ],
    },
    work: {
      label: '原稿标题',
      kind: 'text',
      wall: 'words',
      required: true,
      headings: [
        '作品',
        '标题',
        '稿件标题',
        '作品标题',
        '作品名称',
        '稿件',
        '题目',
        '稿件名称',
        '稿件题目',
        '新闻标题',
        '文章标题',
        '作品题目',
        '上稿标题',
      ],
    },
    title: { label: '采用标题', kind: 'text', headings: ['刊播标题'] },
    outlet: {
      label: '媒体名称',
      kind: 'text',
      wall: 'words',
      required: true,
      list: 'outlets',
      headings: [
        '媒体',
        '采用媒体',
        '刊播媒体',
        '采用媒体名称',
        '名称',
        '上稿媒体',
        '刊发媒体',
        '刊登媒体',
        '刊载媒体',
        '播出媒体',
        '发布媒体',
        '媒体平台',
        '采用平台',
        '采用单位',
      ],
    },
    level: {
      label: '媒体级别',
      kind: 'choice',
      wall: 'words',
      options: LEVELS,
      headings: ['级别', '层级', '采用媒体级别', '采用级别', '媒体层级', '上稿级别'],
    },
    levelWord: { label: '级别原文', kind: 'text' },
    medium: { label: '媒体形态', kind: 'text', headings: ['媒体类型'] },
    position: {
      label: '版面/位置',
      kind: 'text',
      headings: [
        '版面',
        '位置',
        '栏目',
        '版面/栏目/位置',
        '版次',
        '刊发版面',
        '播出栏目',
        '频道/栏目',
      ],
    },
    form: { label: '体裁', kind: 'choice', options: FORMS, headings: ['形式', '类型', '稿件类型'] },
    author: {
      label: '作者',
      kind: 'text',
      list: 'people',
      headings: ['记者', '通讯员', '供稿人', '撰稿人', '采写', '作者/记者', '投稿人'],
    },
    department: {
      label: '报送单位',
      kind: 'text',
      list: 'departments',
      headings: ['供稿单位', '单位', '部门', '报送部门', '投稿单位'],
    },
    kind: {
      label: '采用方式',
      kind: 'choice',
      options: ADOPTION_KINDS,
      headings: ['采用类型', '采用形式', '刊发方式'],
    },
    pooled: {
      label: '是否合并登记',
      kind: 'choice',
      options: FLAG,
      headings: ['合并登记', '多家合并'],
    },
    link: { label: '链接', kind: 'link', headings: ['链接/截图', '网址', 'URL'] },
    evidence: {
      label: '凭证',
      kind: 'text',
      headings: ['截图', '版面文件', '凭证文件', '佐证材料', '截图文件'],
    },
    remark: { label: '备注', kind: 'longText' },
    levelBy: { label: '级别依据', kind: 'choice', options: LEVEL_SOURCES, byDesk: true },
    attached: { label: '附件', kind: 'count', unit: '个', byDesk: true },
    carried: { label: '计入上级采用', kind: 'choice', options: FLAG, derive: carried },
    evidenced: { label: '有凭证', kind: 'choice', options: FLAG, derive: evidenced },
  },
  key: ['code', 'day', 'outlet', 'work'],
  measures: {
    records: { label: '采用', on: 'day', when: { carried: ['yes'] } },
    own: { label: '自主发布', on: 'day', when: { kind: ['own'] } },
    ofKind: { label: '写明采用方式的', on: 'day', when: { kind: 'present' }, cuts: [] },
  },
  cuts: [
    ['level'],
    ['outlet'],
    ['work'],
    ['author'],
    ['level', 'outlet'],
    ['kind'],
    ['pooled'],
    ['evidenced'],
  ],
  columns: ['day', 'work', 'outlet', 'level', 'form', 'position', 'author'],
  alike: { text: 'work', on: 'day', days: 7, place: 'outlet' },
})

/** Everything but a post on the centre's own account is pick-up, also where nobody said how. */
function carried({ kind }: Row): Cell {
  return kind === 'own' ? null : 'yes'
}

function evidenced({ link, evidence, attached }: Row): Cell {
  return typeof link === 'string' || typeof evidence === 'string' || Number(attached) > 0
    ? 'yes'
    : null
}
