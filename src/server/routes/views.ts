import type { Hono } from 'hono'
import { listViews, removeView, saveView, type ViewAnswer } from '#shared/contract/views.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields } from '#shared/masks.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'

/** Lists of a ledger saved by name. */
export function viewRoutes(app: Hono, context: DeskContext): void {
  const { store, masked, textShown } = context

  serve(app, listViews, ({ params }) => viewsOf(params.ledger))

  serve(app, saveView, async ({ params: { ledger }, body: { name, query } }) => {
    const row = { ledger, name: name.trim(), query }
    if (row.name === '') throw new DeskError('REQUEST_INVALID', 'name')
    await store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `保存视图“${row.name}”`,
        why: '保存视图',
      })
      await writer.put('views', [row], act.batch)
    })
    return viewsOf(ledger)
  })

  serve(app, removeView, async ({ params: { ledger, id } }) => {
    const known = (await viewsOf(ledger)).find((view) => view.id === id)
    if (!known) throw new DeskError('RECORD_NOT_FOUND', id)
    await store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `删除视图“${known.name}”`,
        why: '删除视图',
      })
      await writer.remove('views', id, act)
    })
    return viewsOf(ledger)
  })

  async function viewsOf(ledger: LedgerId): Promise<ViewAnswer[]> {
    const rows = await store.cells({
      ledger: 'views',
      fields: ['id', 'name', 'query'],
      filters: [{ field: 'ledger', in: [ledger] }],
      sort: { field: 'name', descending: false },
    })
    const answers = rows.map(({ id, name, query }) => ({
      id: String(id),
      name: String(name),
      query: String(query ?? ''),
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

/** Conditions are encoded a second time inside of their address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
