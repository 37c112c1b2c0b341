import type { Finding, MaintenanceRow, ProtectionBand } from '#shared/contract/safety.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { isExcused } from '#shared/metrics/safety/maintenance.ts'
import {
  faultFindings,
  maintenanceFindings,
  protectionsOf,
  type JudgedFault,
} from '#shared/metrics/safety/findings.ts'
import { pick, type Source } from '#shared/metrics/tally.ts'
import { coversAll, overlaps, yearOf, yearPeriod, type Interval } from '#shared/time/period.ts'
import { numberOr, text, textOr } from './cells.ts'
import { allFaults, allMaintenance } from './records.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 20

const beginsIn = ({ startedAt }: Row, { from, to }: Interval): boolean => {
  const day = text(startedAt).slice(0, 10)
  return from <= day && day <= to
}

/** Maintenance that began in the period, the latest first, each with the 重保期 it falls into. */
export async function maintenanceSection(
  scope: BoardScope,
): Promise<{ total: number; list: MaintenanceRow[] }> {
  const bands = scope.snapshot.marks.protections
  const rows = (await allMaintenance(scope))
    .filter((row) => beginsIn(row, scope.period))
    .toReversed()
  return {
    total: rows.length,
    list: rows.slice(0, MOST).map((row) => ({
      ...workOf(row),
      channel: text(row.channel),
      content: text(row.content),
      isExcused: isExcused(row),
      protections: protectionsOf(workOf(row), bands).map(({ name }) => name),
    })),
  }
}

const workOf = (row: Row) => ({
  id: text(row.id),
  startedAt: text(row.startedAt),
  endedAt: textOr(row.endedAt),
  kind: textOr(row.kind),
  impact: textOr(row.impact),
  reportedOn: textOr(row.reportedOn),
})

/** 重保期 of the period's year, with what was checked, broke or was worked on within each. */
export async function bandRows(scope: BoardScope): Promise<ProtectionBand[]> {
  const year = yearPeriod(yearOf(scope.period))
  const bands = scope.snapshot.marks.protections.filter((band) => overlaps(band, year))
  const works = await allMaintenance(scope)
  return Promise.all(
    bands.map(async ({ id, name, from, to, detail }) => {
      const days = { from, to }
      const [checks, faults, stoppage] = await Promise.all(
        BAND_SOURCES.map((source) => knownSum(source, days, scope)),
      )
      const begun = works.filter((row) => beginsIn(row, days)).length
      return {
        id,
        name,
        from,
        to,
        detail: detail ?? '',
        checks: checks ?? null,
        faults: faults ?? null,
        stoppage: stoppage ?? null,
        maintenance: begun > 0 || isKnown('maintenance', days, scope) ? begun : null,
      }
    }),
  )
}

const BAND_SOURCES = [
  { ledger: 'checks', measure: 'records', cut: [] },
  { ledger: 'faults', measure: 'records', cut: [] },
  { ledger: 'faults', measure: 'stoppageSeconds', cut: [] },
] as const

/** Null where it is nothing and the ledger does not say that it is whole. */
async function knownSum(source: Source, days: Interval, scope: BoardScope) {
  const found = await scope.tallies.over(source, days)
  const { sum, records } = pick(found ?? new Map())
  return records > 0 || isKnown(source.ledger, days, scope) ? sum : null
}

const isKnown = (ledger: LedgerId, days: Interval, { snapshot, today }: BoardScope): boolean =>
  days.from <= today &&
  coversAll(snapshot.coverage[ledger] ?? [], {
    from: days.from,
    to: days.to < today ? days.to : today,
  })

/** What cannot be right in the period's faults and maintenance, the latest first. */
export async function findingRows(scope: BoardScope): Promise<{ total: number; list: Finding[] }> {
  const list = await allFindings(scope)
  return { total: list.length, list: list.slice(0, MOST) }
}

/** All of them. */
export async function allFindings(scope: BoardScope): Promise<Finding[]> {
  const { period, snapshot } = scope
  const [faults, works] = await Promise.all([allFaults(scope), allMaintenance(scope)])
  const rowOf = new Map([...faults, ...works].map((row) => [text(row.id), row]))
  const found = [
    ...faultFindings(faults.map(judged), snapshot.due).map((one) => ({
      ...one,
      ledger: 'faults' as const,
    })),
    ...works
      .flatMap((row) => maintenanceFindings(workOf(row), snapshot.marks.protections))
      .map((one) => ({ ...one, ledger: 'maintenance' as const })),
  ]
  return found
    .flatMap((one): Finding[] => {
      const row = rowOf.get(one.id)
      if (!row || !beginsIn(row, period)) return []
      return [{ ...one, at: text(row.startedAt), channel: text(row.channel) }]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

const judged = (row: Row): JudgedFault => ({
  id: text(row.id),
  channel: text(row.channel),
  startedAt: text(row.startedAt),
  endedAt: textOr(row.endedAt),
  kind: textOr(row.kind),
  seconds: numberOr(row.stoppageSeconds),
  filler: numberOr(row.fillerSeconds),
  stoppage: numberOr(row.lostSeconds),
})
