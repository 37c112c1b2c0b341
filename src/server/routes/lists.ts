import type { Hono } from 'hono'
import {
  editList,
  previewListEdit,
  readList,
  type ListEdit,
  type ListPreview,
} from '#shared/contract/lists.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { NAME_LISTS } from '#shared/records/name-lists.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import type { DeskFacts } from '../facts.ts'
import { readTyped, readTypedRow } from '../ingest/typed.ts'
import { figuresChanged, sumsMoved } from '../lists/figures-changed.ts'
import { entriesOf, listAnswer } from '../lists/list-answer.ts'
import { plannedEdit, type PlannedEdit } from '../lists/planned-edit.ts'
import { recast, type Recast } from '../lists/recast.ts'
import { serve } from '../serve.ts'
import { evaluatorFor } from '../boards/scope.ts'
import { typedContext } from './entered.ts'

const SAMPLE = 5

/** Reference lists of names: looked over, changed, merged; their records follow in the same batch. */
export function listRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context

  serve(app, readList, ({ params: { list } }) => listAnswer(store, mustBeNames(list)))

  serve(app, previewListEdit, async ({ params: { list }, body }) => {
    const planned = await plan(list, body)
    const recasts = await recast(store, list, planned.entries)
    const snapshot = await facts.snapshot()
    const now = dateTimeInZone(context.clock(), snapshot.settings.zone)
    const moved = await sumsMoved(store, recasts)
    const figures = await figuresChanged(moved, snapshot.sums, (sums, year) =>
      evaluatorFor({ ...snapshot, sums }, now, year),
    )
    const ledgers = await Promise.all(
      [...recasts].map(([ledger, changed]) => sampled(ledger, changed)),
    )
    return { acts: planned.acts, ledgers, ...figures }
  })

  serve(app, editList, async ({ params: { list }, body }) =>
    store.write(async (writer) => {
      // Nobody else writes from here on, so what is read now is what will be changed.
      const planned = await plan(list, body.edit)
      const recasts = await recast(store, list, planned.entries)
      const why = body.why?.trim() || planned.title
      const act = await openBatch(context, writer, { kind: 'entry', title: planned.title, why })
      for (const id of planned.removed) await writer.remove(list, id, act)
      if (planned.change) await writer.change(list, planned.change.id, planned.change.cells, act)
      if (planned.add) await writer.put(list, [planned.add], act.batch)
      let records = 0
      for (const [ledger, changed] of recasts) {
        for (const { id, after } of changed) await writer.change(ledger, id, after, act)
        records += changed.length
      }
      return { batch: act.batch, records }
    }),
  )

  async function plan(list: LedgerId, edit: ListEdit): Promise<PlannedEdit> {
    const entries = await entriesOf(store, mustBeNames(list))
    if (edit.kind !== 'save') return plannedEdit(list, entries, edit)
    const typed = await typedContext(facts)
    const read = edit.entry === null ? readTypedRow : readTyped
    const cells = read(list, edit.cells, typed)
    return plannedEdit(list, entries, { ...edit, cells })
  }

  async function sampled(
    ledger: LedgerId,
    changed: readonly Recast[],
  ): Promise<ListPreview['ledgers'][number]> {
    const first = changed.slice(0, SAMPLE)
    const { columns, fields } = ledgerOf(ledger)
    const titled = columns.filter((name) => {
      const { kind, list, citizen } = fields[name] ?? {}
      return list === undefined && citizen !== 'named' && (kind === 'text' || kind === 'day')
    })
    const rows = await store.cells({
      ledger,
      fields: ['id', ...titled],
      filters: [{ field: 'id', in: first.map(({ id }) => id) }],
    })
    const titles = new Map(
      rows.map(({ id, ...row }) => [String(id), Object.values(row).filter(Boolean).join(' ')]),
    )
    const sample = first.map((one) => ({ ...one, title: titles.get(one.id) ?? '' }))
    return { ledger, records: changed.length, sample }
  }
}

function mustBeNames(list: LedgerId): LedgerId {
  if (NAME_LISTS.includes(list)) return list
  throw new DeskError('LIST_NOT_FOUND', ledgerOf(list).label)
}
