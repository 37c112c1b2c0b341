import type { Hono } from 'hono'
import { listViews, removeView, saveView, type ViewAnswer } from '#shared/contract/views.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields } from '#shared/masks.ts'
import { holds } from '#shared/rights/rights.ts'
import type { Reader } from '../accounts/reader.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'
import type { StoredRecord } from '../store/store.ts'

/** Lists of a ledger saved by name. */
export function viewRoutes(app: Hono, context: DeskContext): void {
  const { store, masked, textShown } = context

  serve(app, listViews, ({ params, reader }) => viewsOf(params.ledger, reader))

  serve(app, saveView, async ({ params: { ledger }, body: { name, query }, reader }) => {
    const row = { ledger, name: name.trim(), query }
    if (row.name === '') throw new DeskError('REQUEST_INVALID', 'name')
    const same = (await allOf(ledger)).find((view) => view.row.name === row.name)
    if (same && !mayChange(same, reader)) throw new DeskError('RIGHT_MISSING', row.name)
    await store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `保存视图“${row.name}”`,
        why: '保存视图',
      })
      await writer.put('views', [row], act.batch)
    })
    return viewsOf(ledger, reader)
  })

  serve(app, removeView, async ({ params: { ledger, id }, reader }) => {
    const known = (await viewsOf(ledger, reader)).find((view) => view.id === id)
    if (!known) throw new DeskError('RECORD_NOT_FOUND', id)
    if (!known.mayChange) throw new DeskError('RIGHT_MISSING', known.name)
    await store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `删除视图“${known.name}”`,
        why: '删除视图',
      })
      await writer.remove('views', id, act)
    })
    return viewsOf(ledger, reader)
  })

  const allOf = async (ledger: LedgerId): Promise<readonly StoredRecord[]> => {
    const { records } = await store.records({
      ledger: 'views',
      filters: [{ field: 'ledger', in: [ledger] }],
      sort: { field: 'name', descending: false },
      offset: 0,
      limit: 1000,
    })
    return records
  }

  async function viewsOf(ledger: LedgerId, reader: Reader): Promise<ViewAnswer[]> {
    const answers = (await allOf(ledger)).map((view) => ({
      id: view.id,
      name: String(view.row.name),
      query: String(view.row.query ?? ''),
      mayChange: mayChange(view, reader),
    }))
    const shown = await textShown?.()
    return shown ? answers.filter(({ query }) => !namesSomebody(ledger, query, shown)) : answers
  }

  /** Whether a view's address may say what its reader is shown masked: a part of a name may be enough. */
  function namesSomebody(
    ledger: LedgerId,
    query: string,
    shown: (text: string) => string,
  ): boolean {
    const words = new URLSearchParams(query)
    const where = words.get('where') ?? ''
    const isByName = citizenFields(ledgerOf(ledger)).some((name) => where.includes(name))
    if (masked?.has(ledger) && (words.has('q') || isByName)) return true
    const text = [...words.values()].map(decoded).join('\n')
    return shown(text) !== text
  }
}

/** A view is everybody's to use; whoever only reads the ledger takes none from others. */
const mayChange = ({ row, createdBy }: StoredRecord, { name, rights }: Reader): boolean =>
  createdBy === name || holds(rights, 'write', 'ofParams', { ledger: String(row.ledger) })

/** Conditions are encoded a second time inside of their address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
