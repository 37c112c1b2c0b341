import { PiniaColada } from '@pinia/colada'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import type { ImportPreview as Preview, ImportSection } from '#shared/contract/imports.ts'
import ImportPreview from '#web/components/import/ImportPreview.vue'

const section = (cells: Partial<ImportSection>): ImportSection => ({
  id: 'a',
  file: '采用.xlsx',
  sheet: '2024',
  ledger: 'adoptions',
  candidates: [],
  headRows: [2, 3],
  table: '0#2024',
  headings: '采用时间',
  exportKind: null,
  correctedOn: null,
  isForced: false,
  given: {},
  missing: [],
  year: null,
  changes: [],
  mapping: [
    {
      column: 'B',
      heading: '采用时间',
      key: '采用时间',
      field: 'day',
      label: '采用日期',
      how: 'synonym',
    },
  ],
  rowsRead: 4,
  rowsGood: 2,
  rowsRefused: 1,
  rowsSkipped: 1,
  records: 2,
  skips: [{ why: '合计行', count: 1, rows: [7] }],
  refusals: [],
  notes: [],
  totals: [{ words: '合计', stated: 2, counted: 2, agrees: true }],
  coverage: { from: '2024-01-01', to: '2024-12-31' },
  sample: [],
  ...cells,
})

const refusal = {
  file: '采用.xlsx',
  sheet: '2024',
  row: 5,
  column: 'B',
  heading: '采用时间',
  field: 'day',
  value: '13月5日',
  code: 'IMPORT_DATE_IMPOSSIBLE',
  why: '日历上没有这个日期。',
  fix: '核对月份和日期。',
}

const shown = (sections: ImportSection[]) => {
  const file = {
    name: '采用.xlsx',
    size: 2048,
    format: 'xlsx',
    encoding: null,
    problem: null,
    loadedBefore: null,
  }
  const preview: Preview = { id: 'i', files: [file], sections }
  return mount(ImportPreview, {
    props: { preview, isBusy: false },
    global: { plugins: [createPinia(), PiniaColada] },
  })
}

const button = (page: ReturnType<typeof shown>, text: string) =>
  page.findAll('button').find((each) => each.text().startsWith(text))

describe('a prepared import', () => {
  it('says what it read, what it will load and what days it stands for', () => {
    const text = shown([section({})]).text()
    expect(text).toContain('上级采用台账')
    expect(text).toContain('读到 4 行 = 可导入 2 + 有问题 1 + 跳过 1')
    expect(text).toContain('采用时间 → 采用日期')
    expect(text).toContain('表中 1 处合计与明细相符')
    expect(text).toContain('视为完整的期间：2024年1—12月，其中没有记录的日子按 0 计')
    expect(text).toContain('将导入 2 条到 1 个台账；1 行有问题，不导入')
  })

  it('asks whether an empty cell means the one above, and says where it is read so', () => {
    const blank = { column: 'B', heading: '采用时间', rows: 12 }
    const asked = shown([section({ blanks: [{ ...blank, isAbove: false }] })]).text()
    expect(asked).toContain('有 12 行只差“采用时间”空着，上面一行写了：是“同上”的意思吗？')
    const read = shown([section({ blanks: [{ ...blank, isAbove: true }] })]).text()
    expect(read).toContain('“采用时间”空着的 12 行照上面一格读。')
  })

  it('shows each cell it could not read with its place, why and what to do', () => {
    const text = shown([section({ refusals: [refusal] })]).text()
    for (const word of [
      '13月5日',
      '日历上没有这个日期。',
      '核对月份和日期。',
      'IMPORT_DATE_IMPOSSIBLE',
    ]) {
      expect(text).toContain(word)
    }
  })

  it('shows a total that does not agree, with both numbers', () => {
    const totals = [{ words: '10月小计', stated: 125, counted: 124, agrees: false }]
    expect(shown([section({ totals })]).text()).toContain('≠ 10月小计：表中 125，明细 124')
  })

  it('puts twelve months of one ledger into one line', () => {
    const months = Array.from({ length: 12 }, (_, i) =>
      section({ id: `m${i}`, sheet: `${i + 1}月`, ledger: 'monitoring' }),
    )
    const page = shown(months)
    expect(page.findAll('input[type=checkbox]')).toHaveLength(1)
    expect(page.text()).toContain('12 张表：1月 … 12月')
  })

  it('lists twelve months in a table and opens one at a time', async () => {
    const months = ['1月', '2月'].map((sheet) =>
      section({ id: sheet, sheet, ledger: 'monitoring', skips: [] }),
    )
    const page = shown(months)
    await button(page, '看明细')?.trigger('click')
    expect(page.findAll('tbody th').map((head) => head.text())).toEqual(['1月', '2月'])
    expect(page.text()).not.toContain('表头在第 2、3 行')
    await button(page, '看这张表')?.trigger('click')
    expect(page.text().split('表头在第 2、3 行')).toHaveLength(2)
  })

  it('loads what is ticked and nothing else', async () => {
    const page = shown([section({}), section({ id: 'b', ledger: 'faults', sheet: '故障' })])
    await page.findAll('input[type=checkbox]')[1]?.trigger('change')
    await button(page, '确认导入')?.trigger('click')
    expect(page.emitted('confirm')).toEqual([[['a'], null]])
  })

  it('asks what becomes of records of closed months before it confirms', async () => {
    const page = shown([section({ closed: [{ month: '2024-10', records: 1 }] })])
    expect(page.text()).toContain('有 1 条属于已结账的月份')
    expect(button(page, '确认导入')?.attributes('disabled')).toBeDefined()
    const [leaveOut, belated] = page.findAll('input[type=radio]')
    await leaveOut?.trigger('change')
    expect(page.text()).toContain('将导入 1 条到 1 个台账')
    expect(page.text()).toContain('1 条属于已结账月份，不导入')
    await belated?.trigger('change')
    expect(button(page, '确认导入')?.attributes('disabled')).toBeDefined()
    await page.find('input[type=text]').setValue('上级补发')
    await button(page, '确认导入')?.trigger('click')
    expect(page.emitted('confirm')).toEqual([[['a'], { belated: '上级补发' }]])
  })

  it('offers nothing to confirm where no sheet was recognised', () => {
    const page = shown([section({ ledger: null, candidates: ['pieces'], records: 0, rowsGood: 0 })])
    expect(page.text()).toContain('没有认出：2024')
    expect(button(page, '确认导入')?.attributes('disabled')).toBeDefined()
  })
})
