import { beforeAll, describe, expect, it } from 'vitest'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { readWall, type WallAnswer } from '#shared/contract/wall.ts'
import type { Cell, Field, Row } from '#shared/ledgers/define.ts'
import { isEntered } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { mayStandOnWall, wallFields } from '#shared/metrics/on-wall.ts'
import { ask, ownExample, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const wallOf = (desk: TestDesk) => ask(desk, readWall, '/wall?p=2024-10')
const figureOf = ({ answers }: WallAnswer, metric: string) => {
  const found = answers.find((answer) => answer.metric === metric)
  return found ? valueOf(found.figure) : undefined
}

describe('the wall of the example', () => {
  let desk: TestDesk
  let wall: WallAnswer
  beforeAll(async () => {
    desk = await ownExample()
    wall = await wallOf(desk)
  })

  it('says what the pages say', () => {
    expect(figureOf(wall, 'published')).toBe(1044)
    expect(figureOf(wall, 'adopted')).toBe(150)
    expect(figureOf(wall, 'alerted')).toBe(163)
    expect(wall.pages.map(({ page }) => page)).toEqual([
      'overview',
      'content',
      'adoption',
      'sentiment',
      'safety',
      'budget',
    ])
  })

  it('counts open alerts by level and says no more of them', () => {
    expect(wall.open.map(({ level }) => level)).toEqual(expect.arrayContaining(['orange']))
    expect(wall.open.reduce((sum, { count }) => sum + count, 0)).toBe(figureOf(wall, 'openAlerts'))
    expect(Object.keys(wall.open[0] ?? {})).toEqual(['level', 'count'])
  })

  it('shows the last adoptions with their outlet, nobody’s name', () => {
    const adoptions = wall.latest.find(({ ledger }) => ledger === 'adoptions')?.records ?? []
    expect(adoptions).toHaveLength(12)
    expect(Object.keys(adoptions[0] ?? {})).toEqual(['day', 'work', 'outlet', 'level'])
    const days = adoptions.map(({ day }) => day)
    expect(days).toEqual([...days].sort().reverse())
    expect(days[0]).toBe('2024-10-31')
  })

  it('asks only for the pages a centre has chosen', async () => {
    const settings = await ask(desk, readSettings, '/settings')
    const pages = [{ page: 'safety' as const, seconds: 15 }]
    await ask(desk, saveSettings, '/settings', { ...settings, wall: { pages } })
    const one = await wallOf(desk)
    expect(one.pages).toEqual(pages)
    expect([one.open, one.latest, figureOf(one, 'published')]).toEqual([[], [], undefined])
  })
})

const TEXTS = new Set<Field['kind']>(['text', 'longText', 'link'])
const sentinel = (ledger: LedgerId, field: string): string => `密件${ledger}之${field}`

/** A record of the month with a word of its own in every text field. */
function markedRow(id: LedgerId): Row {
  const cells = Object.entries(ledgerOf(id).fields).filter(([, field]) => isEntered(field))
  return Object.fromEntries(cells.map(([name, field]) => [name, cellOf(id, name, field)]))
}

function cellOf(id: LedgerId, name: string, { kind, options }: Field): Cell {
  if (TEXTS.has(kind)) return sentinel(id, name)
  switch (kind) {
    case 'day':
    case 'dayOrMonth':
      return '2024-10-11'
    case 'year':
      return '2024'
    case 'dateTime':
      // An alert that is closed is news no more: these are left open.
      return /^(closed|ended)At$/.test(name) ? null : '2024-10-11T09:00'
    case 'choice':
      return Object.keys(options ?? {})[0] ?? null
    case 'decimal':
      return '12'
    default:
      return 60
  }
}

describe('what may stand on a wall', () => {
  const desk = testDesk()
  let bytes = ''
  beforeAll(async () => {
    await desk.context.store.write(async (writer) => {
      const said = { kind: 'entry', title: '', why: '', by: '', files: [], notes: [] } as const
      await writer.openBatch({ id: 'b', at: '2024-11-01T00:00:00.000Z', ...said })
      for (const ledger of LEDGER_IDS) {
        await writer.put(ledger, [markedRow(ledger)], 'b')
        await writer.cover({ ledger, from: '2024-01-01', to: '2024-12-31', batch: 'b' })
      }
    })
    for (const p of ['2024-10', '2024', '2024-Q4'])
      bytes += await (await desk.app.request(`/api/wall?p=${p}`)).text()
  })

  it('holds the figures of the marked records, so that the words had a way to come', () => {
    expect(bytes).toContain('"open":[{"level":"red","count":1}]')
    expect(bytes).toContain(sentinel('adoptions', 'work'))
    expect(bytes).toContain(sentinel('pieces', 'platform'))
  })

  const fields = LEDGER_IDS.flatMap((id) =>
    Object.entries(ledgerOf(id).fields)
      .filter(([, { kind }]) => TEXTS.has(kind))
      .map(([field]) => ({ id, field })),
  )
  it.for(fields.filter(({ id, field }) => !wallFields(id).includes(field)))(
    'no word of $id.$field gets there',
    ({ id, field }) => {
      expect(bytes).not.toContain(sentinel(id, field))
    },
  )

  it('words of nothing but published work, its outlets, platforms and projects', () => {
    const told = LEDGER_IDS.flatMap((id) => wallFields(id).map((field) => `${id}.${field}`))
    expect(told).toEqual([
      'pieces.day',
      'pieces.title',
      'pieces.platform',
      'pieces.form',
      'pieces.origin',
      'pieces.edition',
      'adoptions.day',
      'adoptions.work',
      'adoptions.outlet',
      'adoptions.level',
      'alerts.level',
      'budgetLines.project',
      'payments.project',
      'accountFigures.platform',
      'statedFigures.partValue',
    ])
  })

  it('nothing of petitions, not even how many', () => {
    expect(bytes).not.toMatch(/petition|satisf/i)
    expect(mayStandOnWall('petitionsReceived')).toBe(false)
    expect(mayStandOnWall('satisfactionRate')).toBe(false)
  })

  it('no alerts by what or where they are about', () => {
    expect(mayStandOnWall('alerted')).toBe(true)
    expect(mayStandOnWall('alerted', 'level')).toBe(true)
    expect(['topic', 'township', 'platform'].map((by) => mayStandOnWall('alerted', by))).toEqual([
      false,
      false,
      false,
    ])
  })
})
