import { describe, expect, it } from 'vitest'
import {
  csvFile,
  goldenBytes,
  goldenFile,
  onlySection,
  prepared,
} from '#test/support/import-files.ts'
import { OFFICE_FILES } from '#test/support/office-files.ts'

const LIST_HEAD = ['名称', '又名', '启用日期', '停用日期']

/** Plain spreadsheets as offices keep them, by headings of their own. */
const SHEETS: readonly (readonly [
  ledger: string,
  file: string,
  head: readonly string[],
  line: readonly string[],
  cells: Readonly<Record<string, string | number | null>>,
])[] = [
  [
    'meetings',
    '会议记录2024.csv',
    ['序号', '召开时间', '会议类别', '会议内容', '主持', '应到', '实到'],
    ['1', '2024年3月5日', '编前会', '两会报道', '编辑甲', '17人', '15'],
    { day: '2024-03-05', kind: 'editorial', chair: '编辑甲', expected: 17, attended: 15 },
  ],
  [
    'alerts',
    '舆情台账2024.csv',
    ['序号', '发现时间', '来源', '舆情内容', '所属乡镇', '等级', '处置结果', '办结时间'],
    ['1', '2024-05-03 9:20', '抖音', '自来水浑浊', '沙坪镇', '黄色', '已回复', '2024-05-03 17:00'],
    {
      platform: '抖音',
      title: '自来水浑浊',
      township: '沙坪镇',
      level: 'yellow',
      outcome: '已回复',
    },
  ],
  [
    'adoptions',
    '外宣上稿2024.csv',
    ['上稿时间', '上稿媒体', '媒体层级', '稿件名称', '撰稿人', '报送单位'],
    ['2024.5.3', '某某日报', '省级', '春耕', '编辑甲', '采编一组'],
    { day: '2024-05-03', outlet: '某某日报', level: 'provincial', work: '春耕', author: '编辑甲' },
  ],
  [
    'adoptions',
    '见报稿件登记表2024.csv',
    ['序号', '题目', '记者', '见报日期', '报纸', '版面', '备注'],
    ['1', '彝乡春来早', '编辑甲', '5月3日', '某某日报', '头版', ''],
    { day: '2024-05-03', outlet: '某某日报', work: '彝乡春来早', position: '头版' },
  ],
  [
    'aid',
    '帮扶台账2024.csv',
    ['序号', '帮扶干部', '户主', '村组', '走访日期', '走访内容', '投入资金（元）'],
    ['1', '编辑甲', '某户', '新林镇茶园村', '2024.3.4', '送化肥', '500'],
    { day: '2024-03-04', village: '新林镇茶园村', measure: '送化肥', money: 50_000 },
  ],
  [
    'campaigns',
    '专栏2024.csv',
    ['专栏名称', '开设时间', '结束时间', '负责人'],
    ['乡村振兴进行时', '2024年1月5日', '', '编辑甲'],
    { name: '乡村振兴进行时', from: '2024-01-05', to: null },
  ],
  [
    'protections',
    '重保期安排2024.csv',
    ['重保期名称', '开始时间', '结束时间', '带班领导'],
    ['全国两会', '3月3日', '3月12日', '编辑甲'],
    { name: '全国两会', from: '2024-03-03', to: '2024-03-12' },
  ],
  [
    'payments',
    '支付明细2024.csv',
    ['付款日期', '经费项目', '支付事由', '付款金额', '供应商', '凭证字号'],
    ['2024-05-03', '在线项目', '运维', '1200.50元', '某某公司', '记-12'],
    { paidOn: '2024-05-03', amount: 120050, payee: '某某公司', voucher: '记-12' },
  ],
  [
    'honours',
    '获奖情况2024.csv',
    ['获奖时间', '奖项名称', '级别', '获奖等次', '授予单位', '获奖人', '作品名称'],
    ['2024年6月', '好新闻', '省级', '二等奖', '省记协', '编辑丙', '守林人'],
    { day: '2024-06', name: '好新闻', level: 'provincial', rank: '二等奖', work: '守林人' },
  ],
  [
    'rectifications',
    '巡察整改.csv',
    ['反馈日期', '问题来源', '具体问题', '整改措施', '责任人', '整改时限', '完成时间', '整改进度'],
    ['2024.5.20', '巡察', '更新不及时', '每天更新', '编辑庚', '2024.7.31', '2024.7.19', '整改完成'],
    { foundOn: '2024-05-20', dueOn: '2024-07-31', doneOn: '2024-07-19', state: 'done' },
  ],
  [
    'aid',
    '帮扶记录.csv',
    ['走访日期', '村', '户主', '帮扶内容', '慰问金（元）', '惠及人数'],
    ['2024-01-30', '甲村', '张某', '春节慰问', '800', '4'],
    { day: '2024-01-30', village: '甲村', household: '张某', money: 80_000, people: 4 },
  ],
  [
    'liveStreams',
    '直播统计2024.csv',
    ['日期', '直播主题', '平台', '时长（分钟）', '观看人次', '最高在线人数'],
    ['2024-10-05', '县庆', '爱峨边', '110', '4.63万', '5120'],
    { title: '县庆', platform: '爱峨边', minutes: 110, viewers: 46_300, peak: 5120 },
  ],
  [
    'exercises',
    '应急演练记录.csv',
    ['演练时间', '演练类型', '演练内容', '参加人数', '演练效果', '存在问题'],
    ['2024-09-19', '网络安全', '首页被篡改', '7', '基本达到', '电话无人接'],
    { day: '2024-09-19', category: '网络安全', participants: 7, result: 'partly' },
  ],
  [
    'duties',
    '国庆值班表.csv',
    ['日期', '班次', '带班领导', '值班人员', '零报告'],
    ['2024-10-01', '夜班', '编辑甲', '编辑丙、编辑己', '已报'],
    { day: '2024-10-01', shift: 'night', staff: '编辑丙、编辑己', nilReport: 'sent' },
  ],
  [
    'staffing',
    '人员编制表.csv',
    ['姓名', '部门', '职务', '编制类型', '入职时间', '离职时间'],
    ['编辑丙', '采编一组', '记者', '事业编', '2012-07-01', ''],
    { person: '编辑丙', post: '记者', kind: 'public', from: '2012-07-01', to: null },
  ],
  [
    'campaigns',
    '专栏台账2024.csv',
    ['专栏', '开始日期', '结束日期', '目标', '负责人', '宣传主题'],
    ['新春走基层', '2024-01-15', '2024-03-01', '80条', '编辑丙', '春节前后'],
    { name: '新春走基层', from: '2024-01-15', to: '2024-03-01', target: 80 },
  ],
]

it.each(SHEETS)(
  'a plain sheet of %s is known by its headings',
  (ledger, file, head, line, cells) => {
    const { section, rows } = onlySection(csvFile(file, [head, line]))
    expect(section).toMatchObject({ ledger, rowsGood: 1, rowsRefused: 0 })
    const unused = section.mapping.filter(({ field }) => field === null)
    expect(unused.map(({ heading }) => heading).filter((heading) => heading !== '序号')).toEqual([])
    expect(rows[0]).toMatchObject(cells)
  },
)

it.each(SHEETS)('and %s without the words of its file name', (ledger, _, head, line) => {
  expect(onlySection(csvFile('表1.csv', [head, line])).section.ledger).toBe(ledger)
})

it('观看人数 are people: whether they go into 观看人次 is asked', () => {
  const head = ['序号', '直播主题', '直播时间', '平台', '观看人数']
  const line = ['1', '县庆', '2024年10月1日', '视频号', '11万余']
  const { section, rows } = onlySection(csvFile('直播统计2024.csv', [head, line]))
  expect(section.mapping.at(-1)).toMatchObject({ field: null, how: 'asked' })
  expect(rows[0]?.viewers ?? null).toBeNull()
})

it('a list of who is in post says nothing of the days it covers', () => {
  const staffing = SHEETS.find(([ledger]) => ledger === 'staffing')
  if (!staffing) throw new Error('no sheet')
  const { section } = onlySection(csvFile(staffing[1], [staffing[2], staffing[3]]))
  expect(section.coverage).toBeNull()
})

it.each([
  ['platforms', '平台.csv'],
  ['departments', '部门模板.csv'],
  ['townships', '乡镇 2024.csv'],
  ['projects', '项目.csv'],
  ['topics', '舆情类别.csv'],
])('a list of %s is told by its label from others of the same headings', (ledger, name) => {
  const file = csvFile(name, [LIST_HEAD, ['甲', '某甲', '2020-01-01', '']])
  expect(onlySection(file).section.ledger).toBe(ledger)
})

it('a list that may be one as well as another is no list until somebody says', () => {
  const file = csvFile('名单.csv', [LIST_HEAD, ['甲', '某甲', '2020-01-01', '']])
  expect(onlySection(file).section).toMatchObject({ ledger: null, rowsGood: 0 })
})

describe('ledgers as an office keeps them', () => {
  const MEETINGS = 'office/会议与学习台账2024.xlsx'
  const FINDINGS = 'office/巡察反馈问题整改台账.csv'

  it('meetings: units, three ways of dates, a total, and a word the desk does not know', () => {
    const { section, rows } = onlySection(goldenFile(MEETINGS))
    expect(section).toMatchObject({ ledger: 'meetings', rowsGood: 4, rowsRefused: 1 })
    expect(rows.map(({ day, kind, attended }) => [day, kind, attended])).toEqual([
      ['2024-01-08', 'editorial', 16],
      ['2024-03-05', 'study', 17],
      ['2024-03-20', 'party', null],
      ['2024-04-30', 'ideology', 15],
    ])
    expect(section.refusals[0]).toMatchObject({ row: 7, value: '茶话会' })
    expect(section.coverage).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  })

  it('findings: words for states, and a finding that is not written down is refused', () => {
    const { section, rows } = onlySection(goldenFile(FINDINGS))
    expect(section).toMatchObject({ ledger: 'rectifications', rowsRead: 5 })
    expect(
      rows.map(({ finding, dueOn, doneOn, state }) => [finding, dueOn, doneOn, state]),
    ).toEqual([
      ['客户端更新不及时，\n内容重复', '2024-07-31', '2024-07-19', 'done'],
      ['客户端下载量较低', '2024-10-31', null, 'running'],
      ['登记不完整', '2024-06-30', null, 'done'],
    ])
    expect(section.refusals.map(({ row, field, value }) => [row, field, value])).toEqual([
      [5, 'dueOn', '长期坚持'],
      [7, 'finding', ''],
    ])
  })

  it.each(Object.keys(OFFICE_FILES))('%s is as its script builds it', (name) => {
    const built = prepared({ name, hash: name, bytes: OFFICE_FILES[name] ?? new Uint8Array() })
    const kept = prepared({ name, hash: name, bytes: goldenBytes(`office/${name}`) })
    expect(kept.rows).toEqual(built.rows)
  })

  it.each([MEETINGS, FINDINGS])('%s reads as its report says', async (name) => {
    const { preview } = prepared(goldenFile(name))
    const sections = preview.sections.map((section) => ({ ...section, sample: [] }))
    const report = `${JSON.stringify({ files: preview.files, sections }, null, 2)}\n`
    const stem = name.replace(/\.[^.]*$/, '')
    await expect(report).toMatchFileSnapshot(`../../golden/expected/${stem}.json`)
  })
})
