import { describe, expect, it } from 'vitest'
import { gridColumns } from '#web/grid/columns.ts'
import { layPaste, pasteEdits } from '#web/grid/paste.ts'

const columns = gridColumns('pieces', ['title', 'form', 'reads', 'weekday'])
const record = (id: string, title: string) => ({
  id,
  row: { title, form: 'video', reads: 1200 },
  batch: 'b1',
  createdAt: '2025-01-05T02:00:00.000Z',
  createdBy: '编辑甲',
  changedAt: null,
  changedBy: null,
})

describe('a block laid over the grid', () => {
  it('changes only cells that differ and adds rows beyond the last record', () => {
    const laid = layPaste(
      [
        ['甲', '视频', '1200'],
        ['乙改', '图文', ''],
        ['丙', '海报', '3'],
      ],
      [record('1', '甲'), record('2', '乙')],
      columns,
    )
    expect(laid.left).toEqual([])
    expect(pasteEdits(laid)).toEqual({
      edits: {
        changes: [{ id: '2', changedAt: null, cells: { title: '乙改', form: '图文', reads: '' } }],
        adds: [{ title: '丙', form: '海报', reads: '3' }],
      },
      places: { changes: [1], adds: [2] },
    })
  })

  it('says what finds no place: heads, columns beyond the last, columns the desk computes', () => {
    const laid = layPaste(
      [
        ['标题', '体裁', '阅读量', '发布星期', '发布日期'],
        ['丁', '视频', '5', '周一', '2024-01-01'],
      ],
      [],
      columns,
    )
    expect(laid.left).toEqual([
      '第一行是表头，没有当成记录。',
      '右边 1 列超出表格，没有放进来。',
      '“发布星期”由运行台计算，这些列不写。',
    ])
    expect(pasteEdits(laid).edits.adds).toEqual([{ title: '丁', form: '视频', reads: '5' }])
  })
})
