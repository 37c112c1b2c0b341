import { describe, expect, it } from 'vitest'
import { tryImport, tryTakeBack } from '#shared/contract/batches.ts'
import { confirmImport, importPreviewSchema, listBatches } from '#shared/contract/imports.ts'
import { readFigure } from '#shared/contract/figures.ts'
import { takeBackBatch } from '#shared/contract/imports.ts'
import { closeMonth, moveUnit } from '#shared/contract/review.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import { listRecords } from '#shared/contract/records.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { ask, sendFiles, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const HEAD = '采用日期,作品,媒体名称,级别,体裁'
const csv = (name: string, rows: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode([HEAD, ...rows].join('\n')),
})
const JANUARY = ['2024-01-05,甲,新华社,国家级,图文', '2024-01-06,乙,四川日报,省级,图文']

async function prepare(desk: TestDesk, file: ReturnType<typeof csv>) {
  const preview = importPreviewSchema.parse(await (await sendFiles(desk, [file])).json())
  return { id: preview.id, body: { sections: preview.sections.map(({ id }) => id) } }
}

async function load(desk: TestDesk, file: ReturnType<typeof csv>): Promise<string> {
  const { id, body } = await prepare(desk, file)
  return (await ask(desk, confirmImport, `/imports/${id}/confirm`, body)).id
}

const told = (
  figures: readonly { metric: string; before: Figure; after: Figure; period: { key: string } }[],
) =>
  figures.map(({ metric, period, before, after }) => [
    metric,
    period.key,
    valueOf(before),
    valueOf(after),
  ])

describe('taking back what another batch holds too', () => {
  /** January twice, and closed; how it counts and who reviewed what comes between. */
  async function heldTwice(before: (desk: TestDesk, first: string) => Promise<unknown>) {
    const desk = testDesk()
    const first = await load(desk, csv('采用2024年1月.csv', JANUARY))
    await load(desk, csv('采用2024年1月补.csv', JANUARY))
    await ask(desk, saveSettings, '/settings', {
      ...DEFAULT_SETTINGS,
      review: { leftOut: ['adoptions'] },
    })
    await before(desk, first)
    await ask(desk, closeMonth, '/review/closings', { month: '2024-01', act: 'close' })
    return { desk, path: `/batches/${first}/take-back` }
  }

  it('is allowed in a closed month, and no figure changes', async () => {
    const { desk, path } = await heldTwice(async () => null)
    expect(await ask(desk, tryTakeBack, path)).toMatchObject({
      removed: 0,
      restored: 0,
      figures: [],
    })
    expect(await ask(desk, takeBackBatch, path, {})).toEqual({ removed: 0, restored: 0, kept: 2 })
  })

  it('is refused where the batch was reviewed and only what is reviewed counts', async () => {
    const { desk, path } = await heldTwice(async (on, first) => {
      const unit = { kind: 'batch', batch: first }
      for (const act of ['submit', 'review'])
        await ask(on, moveUnit, '/review/moves', { unit, act })
    })
    await expect(ask(desk, tryTakeBack, path)).rejects.toThrow('MONTH_CLOSED')
    await expect(ask(desk, takeBackBatch, path, {})).rejects.toThrow('MONTH_CLOSED')
  })
})

describe('taking a batch back', () => {
  it('is told first: how many records, and which figures from what to what', async () => {
    const desk = testDesk()
    const batch = await load(desk, csv('采用2024年1月.csv', JANUARY))
    // Two uses, and the two outlets they brought into the list.
    const trial = await ask(desk, tryTakeBack, `/batches/${batch}/take-back`)
    expect(trial).toMatchObject({ removed: 2, names: 2, restored: 0, kept: 0, yearsLeftOut: 0 })
    expect(told(trial.figures)).toContainEqual(['adopted', '2024-01', 2, null])
    expect(told(trial.figures)).toContainEqual(['adoptedNational', '2024', 1, null])
    expect(trial.figures.every(({ metric }) => metricOf(metric).label !== '')).toBe(true)
    const { total } = await ask(desk, listRecords, '/ledgers/adoptions/records')
    expect(total).toBe(2)
  })

  it('changes the figures to exactly what was told, and no others', async () => {
    const desk = testDesk()
    await load(desk, csv('采用2024年1月.csv', JANUARY))
    const more = ['2024-01-06,乙,四川日报,市级,视频', '2024-01-09,丙,乐山日报,市级,图文']
    const batch = await load(desk, csv('采用2024年1月补.csv', more))
    const { figures, ...counts } = await ask(desk, tryTakeBack, `/batches/${batch}/take-back`)
    expect(counts).toMatchObject({ removed: 1, names: 1, restored: 1, kept: 0 })
    expect(told(figures).filter(([, period]) => period === '2024-01')).toEqual([
      ['adopted', '2024-01', 3, 2],
      ['adoptedProvincial', '2024-01', 0, 1],
      ['adoptedMunicipal', '2024-01', 2, 0],
      ['adoptedWorks', '2024-01', 3, 2],
    ])
    await ask(desk, takeBackBatch, `/batches/${batch}/take-back`, {})
    for (const { metric, period, after } of figures) {
      const { figure } = await ask(desk, readFigure, `/figures/${metric}?p=${period.key}`)
      expect([metric, period.key, valueOf(figure)]).toEqual([metric, period.key, valueOf(after)])
    }
  })
})

describe('an import', () => {
  it('is told what it will change before it is loaded: by key, cell by cell, figure by figure', async () => {
    const desk = testDesk()
    await load(desk, csv('采用2024年1月.csv', [...JANUARY, '2024-01-20,丁,新华社,国家级,图文']))
    const next = [
      '2024-01-05,甲,新华社,国家级,图文',
      '2024-01-06,乙,四川日报,市级,图文',
      '2024-01-09,丙,乐山日报,市级,图文',
    ]
    const { id, body } = await prepare(desk, csv('采用2024年1月二.csv', next))
    const trial = await ask(desk, tryImport, `/imports/${id}/try`, body)
    expect(trial.ledgers).toEqual([
      { ledger: 'adoptions', added: 1, changed: 1, same: 1, besides: 1 },
    ])
    expect(trial.changes).toMatchObject([
      {
        ledger: 'adoptions',
        row: { work: '乙' },
        before: { level: 'provincial' },
        after: { level: 'municipal' },
      },
    ])
    expect(told(trial.figures)).toContainEqual(['adopted', '2024-01', 3, 4])
    expect((await ask(desk, listBatches, '/batches')).length).toBe(1)
    const { total } = await ask(desk, listRecords, '/ledgers/adoptions/records')
    expect(total).toBe(3)
    await ask(desk, confirmImport, `/imports/${id}/confirm`, body)
    const after = await ask(desk, listRecords, '/ledgers/adoptions/records')
    expect(after.total).toBe(4)
  })

  it('of the same file again changes nothing, and says so', async () => {
    const desk = testDesk()
    await load(desk, csv('采用2024年1月.csv', JANUARY))
    const { id, body } = await prepare(desk, csv('采用2024年1月.csv', JANUARY))
    const trial = await ask(desk, tryImport, `/imports/${id}/try`, body)
    expect(trial).toEqual({
      ledgers: [{ ledger: 'adoptions', added: 0, changed: 0, same: 2, besides: 0 }],
      changes: [],
      figures: [],
      yearsLeftOut: 0,
      monthsLeftOut: 0,
      ofReview: [],
    })
  })

  it('of a ledger that counts what was reviewed is told no figure it may not change', async () => {
    const desk = testDesk()
    await ask(desk, saveSettings, '/settings', {
      ...DEFAULT_SETTINGS,
      review: { ...DEFAULT_SETTINGS.review, leftOut: ['adoptions'] },
    })
    const { id, body } = await prepare(desk, csv('采用2024年1月.csv', JANUARY))
    const trial = await ask(desk, tryImport, `/imports/${id}/try`, body)
    expect([told(trial.figures).filter(([, , , now]) => now !== 0), trial.ofReview]).toEqual([
      [],
      ['adoptions'],
    ])
    await ask(desk, confirmImport, `/imports/${id}/confirm`, body)
    const { figure } = await ask(desk, readFigure, '/figures/adopted?p=2024-01')
    expect(valueOf(figure)).toBe(0)
  })

  it('lists the months it touches where they are few, else says how many', async () => {
    const desk = testDesk()
    const rows = (months: readonly number[]) =>
      months.map((m) => `2024-${String(m).padStart(2, '0')}-05,第${m}篇,新华社,国家级,图文`)
    const trialOf = async (months: readonly number[]) => {
      const { id, body } = await prepare(desk, csv('采用2024年.csv', rows(months)))
      const trial = await ask(desk, tryImport, `/imports/${id}/try`, body)
      const adopted = trial.figures.filter(({ metric }) => metric === 'adopted')
      return [adopted.map(({ period }) => period.key), trial.monthsLeftOut]
    }
    expect(await trialOf([1, 3])).toEqual([['2024-03', '2024-01', '2024'], 0])
    expect(await trialOf([1, 2, 3, 4, 5, 6, 7])).toEqual([['2024'], 7])
  })
})

describe('what came with a batch', () => {
  it('its file as it was given, and the rows it refused with their reasons', async () => {
    const desk = testDesk()
    const file = csv('采用2024年1月.csv', [...JANUARY, '2024-13-40,丙,=新华社,国家级,图文'])
    const batch = await load(desk, file)
    const [{ files } = { files: [] }] = await ask(desk, listBatches, '/batches')
    const given = await desk.app.request(`/api/batches/${batch}/files/${files[0]?.hash}`)
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(file.bytes)
    const refused = await desk.app.request(`/api/batches/${batch}/refused.csv`)
    const lines = (await refused.text()).split('\r\n')
    expect(lines[0]).toContain('文件,表,行,列,列名,值,原因,怎么改,代码')
    expect(lines[1]).toContain('采用2024年1月.csv,采用2024年1月,4,A,采用日期,2024-13-40,')
    expect(lines.length).toBe(3)
    const other = await desk.app.request(`/api/batches/${batch}/files/${'0'.repeat(64)}`)
    expect(other.status).toBe(404)
  })
})
