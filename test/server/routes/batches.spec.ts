import { describe, expect, it } from 'vitest'
import { tryImport, tryTakeBack } from '#shared/contract/batches.ts'
import { listBatches, readBatch } from '#shared/contract/batch-pages.ts'
import { confirmImport, importPreviewSchema } from '#shared/contract/imports.ts'
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
    expect((await ask(desk, listBatches, '/batches')).total).toBe(1)
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

describe('a page of batches', () => {
  const pageAt = async (desk: TestDesk, words = '') =>
    ask(desk, listBatches, `/batches?${new URLSearchParams(words)}`)

  /** 45 batches by hand, a minute apart, and an import before them. */
  async function longDesk(): Promise<TestDesk> {
    const desk = testDesk()
    await load(desk, csv('采用2024年1月.csv', JANUARY))
    await desk.context.store.write(async (writer) => {
      for (let nth = 1; nth <= 45; nth += 1)
        await writer.openBatch({
          id: `hand-${nth}`,
          kind: 'entry',
          title: nth % 2 ? '修改发稿台账' : '填写检查台账',
          why: `第${nth}次`,
          at: new Date(Date.parse('2025-03-01T00:00:00Z') + nth * 60_000).toISOString(),
          by: nth > 40 ? '吉克' : '沙马',
          files: [],
          notes: [],
        })
    })
    return desk
  }

  it('holds the newest, and leads to older ones and back', async () => {
    const desk = await longDesk()
    const first = await pageAt(desk, 'sort=written')
    expect([first.total, first.newer, first.batches.length]).toEqual([45, 0, 20])
    expect(first.sorts).toEqual({ loaded: 1, written: 45, events: 0 })
    const placeOf = (batch: { at: string; id: string } | undefined) => `${batch?.at} ${batch?.id}`
    const next = await pageAt(desk, `sort=written&older=${placeOf(first.batches.at(-1))}`)
    expect([next.newer, next.batches[0]?.id]).toEqual([20, 'hand-25'])
    const last = await pageAt(desk, `sort=written&older=${placeOf(next.batches.at(-1))}`)
    expect([last.newer, last.batches.length]).toEqual([40, 5])
    const back = await pageAt(desk, `sort=written&newer=${placeOf(last.batches[0])}`)
    expect(back.batches.map(({ id }) => id)).toEqual(next.batches.map(({ id }) => id))
    const top = await pageAt(desk, `sort=written&newer=${placeOf(first.batches[5])}`)
    expect(top.batches.map(({ id }) => id)).toEqual(first.batches.map(({ id }) => id))
  })

  it('holds those of a person, of days of the centre and of words, counted by sort', async () => {
    const desk = await longDesk()
    const by = await pageAt(desk, 'by=吉克')
    expect([by.total, by.sorts.written, by.sorts.loaded]).toEqual([5, 5, 0])
    expect(by.people).toEqual(expect.arrayContaining(['吉克', '沙马']))
    expect((await pageAt(desk, 'from=2025-03-01&to=2025-03-01')).total).toBe(45)
    expect((await pageAt(desk, 'to=2025-02-28')).total).toBe(1)
    expect((await pageAt(desk, 'q=检查 第4')).total).toBe(4)
    expect((await pageAt(desk, 'ledger=adoptions')).total).toBe(1)
  })

  it('is refused where its place cannot be read', async () => {
    const response = await testDesk().app.request('/api/batches?older=somewhere')
    expect(await response.json()).toMatchObject({ code: 'REQUEST_INVALID' })
  })

  it('leads to one batch by its id', async () => {
    const desk = await longDesk()
    expect(await ask(desk, readBatch, '/batches/hand-7')).toMatchObject({ why: '第7次' })
    const response = await desk.app.request('/api/batches/nobody')
    expect(await response.json()).toMatchObject({ code: 'BATCH_NOT_FOUND' })
  })
})

describe('what came with a batch', () => {
  it('its file as it was given, and the rows it refused with their reasons', async () => {
    const desk = testDesk()
    const file = csv('采用2024年1月.csv', [...JANUARY, '2024-13-40,丙,=新华社,国家级,图文'])
    const batch = await load(desk, file)
    const { files } = await ask(desk, readBatch, `/batches/${batch}`)
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
