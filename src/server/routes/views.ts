import type { Hono } from 'hono'
import { listViews, removeView, saveView, type ViewAnswer } from '#shared/contract/views.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Cell } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields } from '#shared/masks.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'

/** Lists of a ledger saved by name. */
export function viewRoutes(app: Hono, context: DeskContext): void {
  const { store, masked } = context

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
    const known = rows.filter(({ query }) => !masked?.has(ledger) || namesNobody(ledger, query))
    return known.map(({ id, name, query }) => ({
      id: String(id),
      name: String(name),
      query: String(query ?? ''),
    }))
  }
}

/** Whether a view's address holds no words that may be a citizen's: a search, or a name filtered by. */
function namesNobody(ledger: LedgerId, query: Cell | undefined): boolean {
  const words = new URLSearchParams(String(query ?? ''))
  const where = words.get('where') ?? ''
  const { fields } = ledgerOf(ledger)
  return !words.has('q') && citizenFields({ fields }).every((name) => !where.includes(name))
}
