import { describe, expect, it } from 'vitest'
import {
  readDocument,
  saveText,
  type DocumentTable,
  type ReportDocument,
  type Run,
} from '#shared/contract/documents.ts'
import { makeFreeze } from '#shared/contract/freezes.ts'
import { addRecords, readRecord } from '#shared/contract/records.ts'
import { ask, ownExample, testDesk } from '#test/support/memory-desk.ts'

const desk = await ownExample()

const read = (kind: string, words: string, at = desk): Promise<ReportDocument> =>
  ask(at, readDocument, `/documents/${kind}?${words}`)
const save = (kind: string, slot: string, body: object, at = desk) =>
  ask(at, saveText, `/documents/${kind}/texts/${encodeURIComponent(slot)}`, { seen: null, ...body })

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'note' ? '' : run.text)).join('')
const headings = ({ blocks }: ReportDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const words = ({ blocks }: ReportDocument): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.runs)] : [])).join('\n')
const tables = ({ blocks }: ReportDocument): DocumentTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const cells = ({ rows }: DocumentTable): string[][] =>
  rows.map((row) => row.map(({ runs, slot }) => (slot === null ? plain(runs) : `[${slot}]`)))
const slotIn = ({ slots }: ReportDocument, id: string) => {
  const found = slots.find((slot) => slot.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the report of October', () => {
  it('has a part an area, each with a finding, sentences and tables, and notes of 口径', async () => {
    const report = await read('monthly', 'p=2024-10')
    expect(headings(report)).toEqual([
      '一、总体情况',
      '二、内容生产',
      '三、上级采用',
      '四、舆情与信访',
      '五、安全播出',
      '六、预算执行',
      '七、综合事务',
      '八、目标完成',
      '九、存在问题与下步安排',
      '存在问题',
      '原因分析',
      '下步重点工作',
      '需要协调解决的事项',
    ])
    expect(words(report)).toContain('国家级采用 24 条，连续 3 个月上升。')
    expect(words(report)).toContain('10月上级采用 150 条，同比增 27.1%，环比增 29.3%；')
    const [main] = tables(report)
    expect(main?.caption).toBe('表1　主要指标')
    expect(main && cells(main)[1]).toEqual(['发布量', '1,044 条', '▲ 30.3%', '▲ 21.7%'])
    expect(report.notes[0]).toMatch(/^发布量：/)
    expect(report.asOf).toBe('2025-02-10 10:00')
  })

  it('is not written of a year', async () => {
    await expect(read('monthly', 'p=2024')).rejects.toThrow('DOCUMENT_NOT_OF_PERIOD')
  })

  it('of an empty desk says that nothing is registered, and no zero', async () => {
    const report = await read('monthly', 'p=2024-10', testDesk())
    const [main] = tables(report)
    expect(
      main &&
        cells(main)
          .slice(1)
          .map(([, value]) => value),
    ).toEqual([
      '未登记',
      '未登记',
      '未登记',
      '未登记',
      '未登记',
      '未登记',
      '未登记',
      '未登记',
      '未登记',
    ])
    expect(words(report)).toContain('本年没有登记预算项目。')
  })
})

describe('the self-evaluation of 2024', () => {
  it('has the four parts and every numbered section of the local outline', async () => {
    const report = await read('annual', 'p=2024')
    expect(report.title).toBe('2024年度部门整体绩效自评报告')
    const shown = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level <= 2 ? [block.text] : [],
    )
    expect(shown).toEqual([
      '一、部门基本情况',
      '（一）机构组成',
      '（二）机构职能和人员概况',
      '（三）年度主要工作任务',
      '（四）部门整体支出绩效目标',
      '二、部门财政资金收支情况',
      '（一）部门收入情况',
      '（二）部门支出情况',
      '（三）结转结余情况',
      '三、部门整体绩效管理情况',
      '（一）整体履职绩效分析',
      '（二）特定目标类项目绩效分析',
      '（三）部门预算项目支出情况分析',
      '（四）结果应用情况',
      '四、评价结论及建议',
      '（一）评价结论',
      '（二）存在问题',
      '（三）改进建议',
    ])
    const inProjects = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 4 ? [block.text] : [],
    )
    expect(inProjects).toHaveLength(15)
    expect(inProjects.slice(0, 5)).toEqual([
      '（1）项目概况',
      '（2）资金申报及使用情况',
      '（3）项目实施及管理情况',
      '（4）项目绩效情况',
      '（5）评价结论及建议',
    ])
    expect(words(report)).toContain('部门整体 98 分（优）；3 个项目都是 100 分')
    expect(words(report)).toContain('2024年部门预算 426.45 万元，其中财政拨款 426.45 万元')
    const spending = tables(report).find(({ caption }) => caption.includes('支出结构'))
    expect(spending && cells(spending)).toEqual([
      ['支出类别', '预算', '已支付'],
      ['基本支出', '361.25', '361.25'],
      ['项目支出', '65.20', '65.20'],
      ['合计', '426.45', '426.45'],
    ])
  })
})

describe('the forms of a project', () => {
  it('have the columns of the national form, its funds and its scores', async () => {
    const report = await read('nationalForm', 'p=2024')
    expect(report.isLandscape).toBe(true)
    const [top, indicators] = tables(report)
    expect(top && cells(top).slice(2, 7)).toEqual([
      [
        '项目资金（万元）',
        '资金来源',
        '年初预算数',
        '全年预算数',
        '全年执行数',
        '分值',
        '执行率',
        '得分',
      ],
      ['年度资金总额', '35.00', '35.00', '35.00', '10', '100.00%', '10'],
      ['其中：本年财政拨款', '35.00', '35.00', '35.00', '—', '—', '—'],
      ['上年结转资金', '未登记', '0.00', '0.00', '—', '—', '—'],
      ['其他资金', '未登记', '未登记', '未登记', '—', '—', '—'],
    ])
    expect(indicators?.heads).toBe(1)
    expect(indicators && cells(indicators)[0]).toEqual([
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ])
    expect(indicators && cells(indicators)[1]).toEqual([
      '产出',
      '数量指标',
      '公众号发布',
      '≥ 1098 条',
      '1098 条',
      '20',
      '20',
      '',
    ])
    expect(indicators && cells(indicators).at(-1)).toEqual(['总分', '100', '100', '100 分（优）'])
  })

  it('have the columns of the Sichuan form and its limits', async () => {
    const report = await read('sichuanForm', 'p=2024')
    const [top, funds, indicators, end] = tables(report)
    expect(top && cells(top)[0]).toEqual(['项目名称', '示例YS20242-峨边在线项目'])
    expect(funds && cells(funds)[0]).toEqual([
      '年度预算数（万元）',
      '年初预算',
      '调整后预算数',
      '预算执行数',
      '预算执行率',
      '权重',
      '得分',
      '原因（100字以内）',
    ])
    expect(indicators && cells(indicators)[0]).toEqual([
      '一级指标',
      '二级指标',
      '三级指标',
      '指标性质',
      '指标值',
      '度量单位',
      '完成值',
      '权重',
      '得分',
      '未完成原因分析',
    ])
    expect(indicators && cells(indicators)[2]).toEqual([
      '产出',
      '质量指标',
      '内容差错',
      '≤',
      '0',
      '次',
      '0',
      '15',
      '15',
      '',
    ])
    expect(end && cells(end)[0]).toEqual(['评价结论（200字以内）', '[conclusion:峨边在线项目]'])
    expect(slotIn(report, 'goalDone:峨边在线项目').limit).toBe(100)
  })
})

describe('the brief of 舆情', () => {
  it('is named by how long its period is', async () => {
    const title = async (p: string) => (await read('brief', `p=${p}`)).title
    expect(await title('2024-10-08..2024-10-08')).toBe('舆情日报')
    expect(await title('2024-10-07..2024-10-13')).toBe('舆情周报')
    expect(await title('2024-10')).toBe('舆情月报')
  })

  it('says that 转发 and 推送 count apart, and that nobody judged 情感', async () => {
    const report = await read('brief', 'p=2024-10')
    expect(headings(report)).toEqual([
      '一、概况',
      '二、传播情况',
      '三、内容与情感',
      '四、研判与建议',
      '（一）研判',
      '（二）建议',
    ])
    expect(words(report)).toContain('监测 7,486 条，预警 163 条（监测的 2.18%），转发 7 条')
    expect(words(report)).toContain('情感倾向没有登记，不作判断。')
  })
})

describe('what people write into a report', () => {
  it('stays with it while its figures change, and one does not overwrite another', async () => {
    const at = testDesk()
    const use = { work: '梯田', outlet: '四川日报', level: '省级', day: '2024-10-08' }
    const first = await save(
      'monthly',
      'problems',
      { p: '2024-10', text: '客户端更新不及时。', by: '编辑甲' },
      at,
    )
    await ask(at, addRecords, '/ledgers/adoptions/records', { rows: [use] })
    const report = await read('monthly', 'p=2024-10', at)
    expect(words(report)).toContain('10月上级采用 1 条')
    expect(slotIn(report, 'problems')).toMatchObject({
      text: '客户端更新不及时。',
      by: '编辑甲',
      at: first.at,
    })
    expect(report.textsAsOf).toBe('2025-02-10 10:00')
    await expect(save('monthly', 'problems', { p: '2024-10', text: '别的' }, at)).rejects.toThrow(
      'RECORD_CHANGED_MEANWHILE',
    )
    await save('monthly', 'problems', { p: '2024-10', text: '已改。', seen: first.at }, at)
    expect(slotIn(await read('monthly', 'p=2024-10', at), 'problems').text).toBe('已改。')
  })

  it('is offered to the next period, and marked until somebody touches it', async () => {
    const at = testDesk()
    await save('monthly', 'plans', { p: '2024-09', text: '推进数字化建设项目支付。' }, at)
    const october = slotIn(await read('monthly', 'p=2024-10', at), 'plans')
    expect(october).toMatchObject({ text: '', offered: { text: '推进数字化建设项目支付。' } })
    const { at: seen } = await save(
      'monthly',
      'plans',
      { p: '2024-10', text: '推进数字化建设项目支付。', carried: '2024-09' },
      at,
    )
    const carried = await read('monthly', 'p=2024-10', at)
    expect(slotIn(carried, 'plans').carried?.key).toBe('2024-09')
    expect(carried.warnings).toEqual([{ slot: 'plans', text: '沿用上期，还没有改' }])
    await save('monthly', 'plans', { p: '2024-10', text: '十一月付清设备款。', seen }, at)
    expect(slotIn(await read('monthly', 'p=2024-10', at), 'plans').carried).toBeNull()
  })

  it('of a form is the cell of the project’s record, with its history', async () => {
    const before = slotIn(await read('sichuanForm', 'p=2024'), 'problems:峨边在线项目')
    const text = '问题：无。保障峨边在线业务正常运营。'
    await save('sichuanForm', before.id, { p: '2024', text, seen: before.at })
    const report = await read('annual', 'p=2024')
    expect(slotIn(report, 'problems:峨边在线项目').text).toBe(text)
    const { history } = await ask(
      desk,
      readRecord,
      `/ledgers/budgetLines/records/${before.record?.id ?? ''}`,
    )
    expect(history.at(0)).toMatchObject({ before: { problems: null }, after: { problems: text } })
    const other = slotIn(await read('sichuanForm', 'p=2024'), 'problems:数字化建设项目')
    await save('sichuanForm', other.id, { p: '2024', text, seen: other.at })
    expect((await read('sichuanForm', 'p=2024')).warnings).toContainEqual({
      slot: 'problems:数字化建设项目',
      text: '与峨边在线项目的存在问题逐字相同',
    })
  })

  it('is warned of where the form takes less', async () => {
    const slot = slotIn(await read('sichuanForm', 'p=2024'), 'goalDone:数字化建设项目')
    await save('sichuanForm', slot.id, { p: '2024', text: '完'.repeat(101), seen: slot.at })
    expect((await read('sichuanForm', 'p=2024')).warnings).toContainEqual({
      slot: 'goalDone:数字化建设项目',
      text: '有 101 字，超过 100 字',
    })
  })

  it('is that of then, of ledgers, where the figures are those of a 定稿', async () => {
    await ask(desk, makeFreeze, '/freezes', { p: '2024' })
    const slot = slotIn(await read('nationalForm', 'p=2024'), 'goalDone:峨边在线项目')
    await save('nationalForm', slot.id, { p: '2024', text: '定稿以后写的。', seen: slot.at })
    const frozen = await read('nationalForm', 'p=2024&freeze=1')
    expect(slotIn(frozen, 'goalDone:峨边在线项目')).toMatchObject({ text: '', isLocked: true })
    expect(frozen.freeze?.number).toBe(1)
  })
})
