import type { Hono } from 'hono'
import {
  addRecords,
  changeRecord,
  findInRecords,
  listLedgers,
  listOrigins,
  listRecords,
  ORIGINS_NAMED,
  readRecord,
  removeRecord,
  sumRecords,
} from '#shared/contract/records.ts'
import { tryRecord } from '#shared/contract/record-trial.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { textsMeant } from '#shared/records/found-text.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { recordReview } from '#shared/records/review-states.ts'
import type { Clockwork } from '#shared/metrics/deadlines.ts'
import { dateTimeInZone, EARLIEST, type Day } from '#shared/time/day.ts'
import { uncovered, type Interval } from '#shared/time/period.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { CALENDAR } from '../boards/sentiment/working-calendar.ts'
import { countBelated } from '../closings.ts'
import type { DeskFacts } from '../facts.ts'
import { ruleWarnings } from '../ingest/rule-refusals.ts'
import { readTyped, readTypedRow } from '../ingest/typed.ts'
import { countUnreviewed } from '../review/unreviewed.ts'
import { serve } from '../serve.ts'
import type { Origin, StoredRecord } from '../store/store.ts'
import { coverEntered, enterBelated, mustBeEntered, redates, typedContext } from './entered.ts'
import { heldRecords } from './held-records.ts'
import { tryCells } from './record-trial.ts'
import { sumsOfRecords } from './record-sums.ts'
import { recordsAsked } from './records-query.ts'

/** Records of every ledger: read, entered, changed and removed one by one. */
export function recordRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context

  serve(app, listLedgers, async () => {
    const [counts, revisions, { coverage }] = await Promise.all([
      store.counts(),
      store.revisions(),
      facts.snapshot(),
    ])
    return LEDGER_IDS.map((ledger) => ({
      ledger,
      label: ledgerOf(ledger).label,
      records: counts[ledger],
      coverage: coverage[ledger] ?? [],
      revision: revisions[ledger],
    }))
  })

  serve(app, listRecords, async ({ params, query }) => {
    const asked = recordsAsked(params.ledger, query)
    const records = await heldRecords(store, asked.records, query, await clockwork())
    const page = await store.records(records)
    const sum = asked.sum === null ? null : await store.sumOf(records, asked.sum)
    return {
      total: page.total,
      sum,
      page: asked.page,
      size: asked.records.limit,
      records: page.records,
    }
  })

  serve(app, sumRecords, async ({ params: { ledger }, query }) => {
    const { records } = recordsAsked(ledger, query)
    return sumsOfRecords(store, await heldRecords(store, records, query, await clockwork()))
  })

  serve(app, findInRecords, async ({ params: { ledger }, query: { find, field, ...query } }) => {
    const fields = textsMeant(ledgerOf(ledger), field)
    if (fields.length === 0) throw new DeskError('REQUEST_FILTER_INVALID', field)
    const { records, page } = recordsAsked(ledger, query)
    const held = await heldRecords(store, records, query, await clockwork())
    const anyOf = fields.map((name) => [{ field: name, contains: find }])
    const filters = [...held.filters, { field: 'id', anyOf }]
    return { ...(await store.records({ ...held, filters })), page, size: records.limit }
  })

  serve(app, listOrigins, async ({ params: { ledger }, query: { all, ...query } }) => {
    const asked = recordsAsked(ledger, query)
    const { interval } = asked
    const records = await heldRecords(store, asked.records, query, await clockwork())
    const { coverage, review } = await facts.snapshot()
    const [found, belated, unreviewed, today] = await Promise.all([
      store.origins(records),
      countBelated(store, records),
      countUnreviewed(store, review, records),
      facts.today(),
    ])
    const named = all ? found : found.slice(0, ORIGINS_NAMED)
    const rest = found.slice(named.length)
    const batches = await store.batches({ ids: named.map(({ batch }) => batch) })
    const known = new Map(batches.map((batch) => [batch.id, batch]))
    return {
      total: recordsOf(found),
      more: { batches: rest.length, records: recordsOf(rest) },
      origins: named.flatMap((origin) => {
        const { kind, title, files, at, by } = known.get(origin.batch) ?? {}
        if (!kind || !title || !files || !at || by === undefined) return []
        return [{ ...origin, kind, title, files: files.map(({ name }) => name), at, by }]
      }),
      belated,
      unreviewed,
      missing: interval ? missingDays(interval, coverage[ledger] ?? [], today) : [],
    }
  })

  serve(app, readRecord, async ({ params }) => {
    const record = await found(params.ledger, params.id)
    const history = await store.history(params.ledger, params.id)
    const { review } = await facts.snapshot()
    const isUnder = review.under.has(params.ledger)
    const standing = isUnder ? recordReview(record, review.approvals(params.ledger)) : null
    return { record, review: standing, history }
  })

  serve(app, addRecords, async ({ params, body }) => {
    const { ledger } = params
    mustBeEntered(ledger)
    const typed = await typedContext(facts)
    const rows = body.rows.map((row) => readTypedRow(ledger, row, typed))
    return store.write(async (writer) => {
      enterBelated(writer, body.belated)
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `填写${ledgerOf(ledger).label}`,
        why: body.why ?? '手工填写',
      })
      const outcome = await writer.put(ledger, rows, act.batch)
      await coverEntered(writer, ledger, rows, { batch: act.batch, today: typed.today })
      const warnings = rows.flatMap((row, at) =>
        ruleWarnings(ledgerOf(ledger), row).map((warning) => ({ ...warning, row: at })),
      )
      return { batch: act.batch, ...outcome, warnings }
    })
  })

  serve(app, changeRecord, async ({ params, body }) => {
    mustBeEntered(params.ledger)
    const kept = await found(params.ledger, params.id)
    const typed = await typedContext(facts)
    const cells = readTyped(params.ledger, body.cells, typed, kept.row)
    const { act, changed } = await store.write(async (writer) => {
      // Nobody else writes from here on.
      const { changedAt, changedBy } = await found(params.ledger, params.id)
      if (body.changedAt !== undefined && body.changedAt !== changedAt)
        throw new DeskError('RECORD_CHANGED_MEANWHILE', changedBy ?? '')
      enterBelated(writer, body.belated)
      const done = await openBatch(context, writer, {
        kind: 'entry',
        title: `修改${ledgerOf(params.ledger).label}`,
        why: body.why ?? '手工修改',
      })
      const record = await writer.change(params.ledger, params.id, cells, done)
      if (record && redates(params.ledger, cells))
        await coverEntered(writer, params.ledger, [record.row], { ...done, today: typed.today })
      return { act: done.batch, changed: record }
    })
    if (!changed) throw new DeskError('RECORD_NOT_FOUND', params.id)
    const warnings = ruleWarnings(ledgerOf(params.ledger), changed.row, Object.keys(cells))
    return { ...changed, act, warnings }
  })

  serve(app, tryRecord, async ({ params: { ledger }, body }) => {
    const kept = body.record === undefined ? null : await found(ledger, body.record)
    return tryCells(store, ledger, body.cells, { kept, typed: await typedContext(facts) })
  })

  serve(app, removeRecord, async ({ params, query }) => {
    mustBeEntered(params.ledger)
    await found(params.ledger, params.id)
    return store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `删除${ledgerOf(params.ledger).label}记录`,
        why: query.why ?? '手工删除',
      })
      return { act: act.batch, removed: await writer.remove(params.ledger, params.id, act) }
    })
  })

  async function clockwork(): Promise<Clockwork> {
    const { settings } = await facts.snapshot()
    const now = dateTimeInZone(context.clock(), settings.zone)
    return { limits: settings.sentiment, calendar: CALENDAR, now }
  }

  async function found(ledger: LedgerId, id: string): Promise<StoredRecord> {
    const record = await store.record(ledger, id)
    if (!record) throw new DeskError('RECORD_NOT_FOUND', id)
    return record
  }
}

const recordsOf = (origins: readonly Origin[]): number =>
  origins.reduce((sum, { records }) => sum + records, 0)

/** Days up to today that no coverage holds; a span from the very beginning says nothing of them. */
function missingDays({ from, to }: Interval, covered: readonly Interval[], today: Day): Interval[] {
  return from === EARLIEST ? [] : uncovered({ from, to: to < today ? to : today }, covered)
}
