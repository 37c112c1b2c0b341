import { describe, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import { settingsSchema } from '#shared/contract/settings.ts'
import { isDecimal } from '#shared/decimal.ts'
import { withDerived, type Cell, type Field, type Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { alertLimitMoment } from '#shared/metrics/deadlines.ts'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { eachDay, isDay, isMonth } from '#shared/time/day.ts'
import { CALENDAR } from '#server/boards/sentiment/working-calendar.ts'

const { settings, ledgers, coverage } = exampleCentre()
const CLOCKWORK = { limits: SENTIMENT_SETTINGS, calendar: CALENDAR }

describe('the ledgers of the example', () => {
  it.each(LEDGER_IDS)('every row of %s passes its definition', (id) => {
    const { fields } = ledgerOf(id)
    const faults = ledgers[id].flatMap((row, n) => [
      ...Object.keys(row).flatMap((name) =>
        fields[name] && !fields[name].derive ? [] : [`${n} ${name}: unknown or derived`],
      ),
      ...Object.entries(fields).flatMap(([name, field]) =>
        fits(field, row[name] ?? null) ? [] : [`${n} ${name}: ${row[name]}`],
      ),
    ])
    expect(ledgers[id].length > 0).toBe(ledgerOf(id).kind !== 'desk')
    expect(faults).toEqual([])
  })

  it.each(LEDGER_IDS)('no two rows of %s share their key', (id) => {
    const { key } = ledgerOf(id)
    const keys = ledgers[id].map((row) => key.map((field) => row[field] ?? '').join('|'))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('names of platforms, outlets, people, departments and townships stand in their lists', () => {
    const unknown = LEDGER_IDS.flatMap((id) =>
      Object.entries(ledgerOf(id).fields).flatMap(([name, { list }]) => {
        const known = LEDGER_IDS.find((other) => other === list)
        if (!known) return []
        const names = new Set(ledgers[known].map((row) => row.name))
        const named = (cell: Cell): Cell[] => (cell === null ? [] : String(cell).split('、'))
        return ledgers[id].filter((row) => !named(row[name] ?? null).every((one) => names.has(one)))
      }),
    )
    expect(unknown).toEqual([])
  })

  it('every day of both years has pieces and one monitoring row', () => {
    const days = eachDay('2023-01-01', '2024-12-31')
    expect([...new Set(ledgers.pieces.map((row) => row.day))]).toEqual(days)
    expect(ledgers.monitoring.map((row) => row.day)).toEqual(days)
  })

  it('the daily file counts the alerts, forwards and pushes of the alerts ledger month by month', () => {
    const months = (rows: readonly Row[], field: string, count: (row: Row) => number) => {
      const sums: Record<string, number> = {}
      for (const row of rows) {
        const month = String(row[field]).slice(0, 7)
        sums[month] = (sums[month] ?? 0) + count(row)
      }
      return sums
    }
    const { monitoring, alerts } = ledgers
    const byHandling = (handling: string) =>
      months(alerts, 'alertedAt', (row) => Number(row.handling === handling))
    expect(months(monitoring, 'day', (row) => Number(row.alerted))).toEqual(
      months(alerts, 'alertedAt', () => 1),
    )
    expect(months(monitoring, 'day', (row) => Number(row.forwarded))).toEqual(
      byHandling('forwarded'),
    )
    expect(months(monitoring, 'day', (row) => Number(row.pushed))).toEqual(byHandling('pushed'))
  })

  it('the ledgers beside the figures have their rows', () => {
    const rows = (id: (typeof LEDGER_IDS)[number]): number => ledgers[id].length
    expect({
      meetings: rows('meetings'),
      honours: rows('honours'),
      rectifications: rows('rectifications'),
      aid: rows('aid'),
      liveStreams: rows('liveStreams'),
      exercises: rows('exercises'),
      duties: rows('duties'),
      staffing: rows('staffing'),
      campaigns: rows('campaigns'),
    }).toEqual({
      meetings: 130,
      honours: 7,
      rectifications: 5,
      aid: 9,
      liveStreams: 10,
      exercises: 6,
      duties: 60,
      staffing: 19,
      campaigns: 3,
    })
  })

  it('meetings of 2024 are as many of each kind as the report says', () => {
    const kinds: Record<string, number> = {}
    for (const { day, kind } of ledgers.meetings)
      if (String(day).startsWith('2024')) kinds[String(kind)] = (kinds[String(kind)] ?? 0) + 1
    expect(kinds).toEqual({ editorial: 22, study: 6, party: 15, ideology: 3, office: 25 })
  })

  it('every petition is answered in time', () => {
    const late = ledgers.petitions.filter(
      ({ dueOn, answeredOn }) => answeredOn === null || String(answeredOn) > String(dueOn),
    )
    expect(late).toEqual([])
  })

  it('two alerts are open at the end of October 2024 and four at the end of the year', () => {
    const openAt = (end: string): number =>
      ledgers.alerts.filter(
        ({ alertedAt, closedAt }) =>
          String(alertedAt) <= end && (closedAt === null || String(closedAt) > end),
      ).length
    expect(openAt('2024-10-31T23:59')).toBe(2)
    expect(openAt('2024-12-31T23:59')).toBe(4)
  })

  it('nine alerts of 2024 ran over their limit by February 2025, two of them of October', () => {
    const late = ledgers.alerts
      .map((row) => withDerived(ledgerOf('alerts'), row))
      .filter(
        (row) => (row.closedAt ?? '2025-02-10T10:00') > String(alertLimitMoment(row, CLOCKWORK)),
      )
      .map(({ alertedAt }) => String(alertedAt).slice(0, 7))
      .filter((month) => month.startsWith('2024'))
    expect(late).toEqual([
      '2024-02',
      '2024-05',
      '2024-07',
      '2024-10',
      '2024-10',
      '2024-12',
      '2024-12',
      '2024-12',
      '2024-12',
    ])
  })

  it('one danger of 2024 is not put right yet', () => {
    const dangers = ledgers.checks.filter(
      (row) => row.result === 'danger' && String(row.day).startsWith('2024'),
    )
    expect(dangers).toHaveLength(8)
    expect(dangers.filter((row) => row.fixedOn === null)).toHaveLength(1)
  })

  it('some pieces have no reads and no origin, which is not zero', () => {
    const blank = (field: string) => ledgers.pieces.filter((row) => row[field] === null).length
    expect([ledgers.pieces.length, blank('reads'), blank('origin')]).toEqual([15_742, 2374, 2362])
  })

  it('followers move by what was gained and lost', () => {
    const last = new Map<Cell, number>()
    const jumps = ledgers.accountFigures.filter((row) => {
      const platform = row.platform ?? null
      const followers = Number(row.followers)
      const before = last.get(platform) ?? followers - Number(row.gained) + Number(row.lost)
      last.set(platform, followers)
      return followers !== before + Number(row.gained) - Number(row.lost)
    })
    expect(jumps).toEqual([])
    expect([...last]).toEqual([
      ['峨边在线', 38_271],
      ['爱峨边', 13_288],
      ['今日峨边', 21_263],
      ['短视频号', 60_035],
    ])
  })

  it('eighteen counted ledgers cover both years, duties the 重保期, submissions half of one, and the settings are whole', () => {
    expect(coverage.map(({ ledger }) => ledger)).toEqual([
      'pieces',
      'adoptions',
      'monitoring',
      'alerts',
      'petitions',
      'checks',
      'faults',
      'maintenance',
      'budgetLines',
      'payments',
      'indicators',
      'accountFigures',
      ...(['meetings', 'honours', 'rectifications', 'aid', 'liveStreams', 'exercises'] as const),
      ...(['duties', 'duties', 'duties', 'submissions'] as const),
    ])
    expect(coverage.at(-1)).toEqual({
      ledger: 'submissions',
      from: '2024-04-01',
      to: '2024-09-30',
    })
    expect(coverage[0]).toEqual({ ledger: 'pieces', from: '2023-01-01', to: '2024-12-31' })
    expect(settingsSchema.parse(settings).channels).toEqual([
      { name: '综合频道', dueSecondsPerDay: 85_200 },
      { name: '综合广播', dueSecondsPerDay: 61_200 },
    ])
  })
})

/** Whether a cell is one its field may hold as entered. */
function fits(field: Field, cell: Cell): boolean {
  if (cell === null) return field.required !== true
  if (field.kind === 'count' || field.kind === 'money' || field.kind === 'seconds') {
    return typeof cell === 'number' && Number.isSafeInteger(cell) && cell >= 0
  }
  if (typeof cell !== 'string' || cell === '' || cell !== cell.trim()) return false
  switch (field.kind) {
    case 'day':
      return isDay(cell)
    case 'dayOrMonth':
      return isDay(cell) || isMonth(cell)
    case 'dateTime':
      return isDay(cell.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(cell.slice(10))
    case 'year':
      return /^\d{4}$/.test(cell)
    case 'decimal':
      return isDecimal(cell)
    case 'choice':
      return Object.hasOwn(field.options ?? {}, cell)
    default:
      return true
  }
}
