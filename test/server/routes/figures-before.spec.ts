import { describe, expect, it } from 'vitest'
import { tryTakeBack } from '#shared/contract/batches.ts'
import { correctImport } from '#shared/contract/import-sections.ts'
import {
  confirmImport,
  importPreviewSchema,
  takeBackBatch,
  type ImportPreview,
} from '#shared/contract/imports.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { listRecords } from '#shared/contract/records.ts'
import { closeMonth } from '#shared/contract/review.ts'
import { ask, sendFiles, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const sheet = (january: string, february: string) =>
  `级别,1月,2月,合计\n国家级,10,约12,\n省级,${january},${february},\n合计,40,${february},\n`

async function prepare(desk: TestDesk, name: string, text: string): Promise<ImportPreview> {
  const response = await sendFiles(desk, [{ name, bytes: new TextEncoder().encode(text) }])
  return importPreviewSchema.parse(await response.json())
}

const confirm = (desk: TestDesk, { id, sections }: ImportPreview, closed?: 'leaveOut') =>
  ask(desk, confirmImport, `/imports/${id}/confirm`, {
    sections: sections.map((section) => section.id),
    ...(closed && { closed }),
  })

async function loaded(desk: TestDesk, text = sheet('30', '20')): Promise<string> {
  return (await confirm(desk, await prepare(desk, '2024年上级采用统计.csv', text))).id
}

async function figure(desk: TestDesk, period: string) {
  const { answers } = await ask(desk, readOverview, `/boards/overview?p=${period}`)
  return answers.find(({ metric }) => metric === 'adopted')?.figure
}

const changes = ({ sections }: ImportPreview) =>
  sections.flatMap(({ summary }) =>
    (summary?.cells ?? []).map(({ place, value, before }) => [place, before?.value ?? null, value]),
  )

describe('a sheet of totals that is imported', () => {
  it('is stated: shown where no ledger counts, beside what one counts, and never over it', async () => {
    const desk = testDesk()
    await loaded(desk)
    expect(await figure(desk, '2024-01')).toMatchObject({
      state: 'stated',
      value: 40,
      source: '本中心填报',
    })
    const ledger = '采用日期,原稿标题,媒体名称,媒体级别\n2024-01-05,甲,四川日报,省级\n'
    await confirm(desk, await prepare(desk, '上级采用台账2024.csv', ledger))
    expect(await figure(desk, '2024-01')).toMatchObject({ state: 'counted', value: 1 })
    const { total } = await ask(desk, listRecords, '/ledgers/statedFigures/records')
    expect(total).toBe(6)
  })

  it('says of each cell what is stated there already, whichever file said it', async () => {
    const desk = testDesk()
    expect(changes(await prepare(desk, '2024年上级采用统计.csv', sheet('30', '20')))[0]).toEqual([
      'B2',
      null,
      '10',
    ])
    await loaded(desk)
    const again = await prepare(desk, '上级采用2024（改）.csv', sheet('33', ''))
    expect(changes(again)).toEqual([
      ['B2', '10', '10'],
      ['C2', '12', '12'],
      ['B3', '30', '33'],
      ['B4', '40', '40'],
    ])
    expect(await confirm(desk, again)).toMatchObject({
      counts: { statedFigures: { added: 0, changed: 4 } },
    })
    // What the second sheet leaves empty is not taken away.
    expect(await figure(desk, '2024-02')).toMatchObject({ state: 'stated', value: 20 })
  })

  it('taken back whole leaves what was stated before, and tells the figures first', async () => {
    const desk = testDesk()
    await loaded(desk)
    const second = await loaded(desk, sheet('33', '25'))
    const trial = await ask(desk, tryTakeBack, `/batches/${second}/take-back`)
    expect(
      trial.figures.map(({ metric, period, before, after }) => [
        metric,
        period.key,
        'value' in before ? before.value : null,
        'value' in after ? after.value : null,
      ]),
    ).toContainEqual(['adopted', '2024-02', 25, 20])
    await ask(desk, takeBackBatch, `/batches/${second}/take-back`, {})
    expect(await figure(desk, '2024-02')).toMatchObject({ value: 20 })
  })

  it('is refused in a closed month, or leaves that month out', async () => {
    const desk = testDesk()
    await ask(desk, closeMonth, '/review/closings', { month: '2024-01', act: 'close' })
    const preview = await prepare(desk, '2024年上级采用统计.csv', sheet('30', '20'))
    expect(preview.sections[0]?.closed).toEqual([{ month: '2024-01', records: 3 }])
    await expect(confirm(desk, preview)).rejects.toThrow('MONTH_CLOSED')
    await confirm(desk, preview, 'leaveOut')
    expect(await figure(desk, '2024-01')).toMatchObject({ state: 'none' })
    expect(await figure(desk, '2024-02')).toMatchObject({ state: 'stated', value: 20 })
  })

  it('remembers what somebody said of a line, and reads the next sheet by it', async () => {
    const desk = testDesk()
    const text = (value: string) => `指标,1月,2月\n首发,${value},2\n转载,3,4\n`
    const preview = await prepare(desk, '2024年发稿统计.csv', text('1'))
    const [section] = preview.sections
    expect(section?.refusals).toMatchObject([
      { code: 'IMPORT_LINE_UNKNOWN', value: '首发', cells: 2 },
    ])
    const told = await ask(desk, correctImport, `/imports/${preview.id}/corrections`, {
      mapping: {
        headings: section?.summary?.key ?? '',
        ledger: 'statedFigures',
        isForced: false,
        columns: {},
        given: {},
        lines: { 首发: 'original' },
      },
    })
    expect(told.sections[0]).toMatchObject({ rowsGood: 4, rowsRefused: 0 })
    const next = await prepare(desk, '2025年发稿统计.csv', text('5'))
    expect(next.sections[0]).toMatchObject({ rowsGood: 4, correctedOn: '2025-02-10' })
    const forgotten = await ask(desk, correctImport, `/imports/${next.id}/corrections`, {
      forget: next.sections[0]?.summary?.key ?? '',
    })
    expect(forgotten.sections[0]).toMatchObject({ rowsGood: 2, correctedOn: null })
  })
})
