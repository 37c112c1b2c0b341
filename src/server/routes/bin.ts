import type { Hono } from 'hono'
import { listRemoved, readBin, restoreRecords } from '#shared/contract/history.ts'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import { isLedgerId, LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { countAttached, type Target } from '../attached-count.ts'
import { serve } from '../serve.ts'
import type { StoredRecord } from '../store/store.ts'
import { whole } from './records-query.ts'

const PAGE = 50

/** Removed records, and the way back out of the bin. */
export function binRoutes(app: Hono, context: DeskContext): void {
  const { store } = context

  serve(app, readBin, async () => {
    const counts = await store.removedCounts()
    return LEDGER_IDS.map((ledger) => ({ ledger, records: counts[ledger] })).filter(
      ({ records }) => records > 0,
    )
  })

  serve(app, listRemoved, async ({ params: { ledger }, query }) => {
    const page = whole(query.page, 1)
    const offset = (page - 1) * PAGE
    const search = query.q?.trim()
    const found = await store.removed({ ledger, offset, limit: PAGE, ...(search && { search }) })
    return { ...found, page, size: PAGE }
  })

  serve(app, restoreRecords, async ({ params: { ledger }, body }) => {
    const restored: StoredRecord[] = []
    const refused: Refused[] = []
    const undo = new Error('nothing came back')
    const writing = store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'entry',
        title: `恢复${ledgerOf(ledger).label}记录`,
        why: body.why?.trim() || '从回收站恢复',
      })
      for (const id of new Set(body.records)) {
        const record = await writer.restore(ledger, id, act)
        if (typeof record === 'string') refused.push(refusal(id, CODES[record]))
        else restored.push(record)
      }
      if (restored.length === 0) throw undo
      if (ledger === 'attachments')
        for (const [target, files] of targetsOf(restored))
          await countAttached({ store, writer }, target, files, act)
      return act.batch
    })
    const batch = await writing.catch((error: unknown) => {
      if (error !== undo) throw error
      return null
    })
    return { batch, restored: restored.map(({ id }) => id), refused }
  })
}

/** To which records attachments belong, and how many to each. */
function targetsOf(attachments: readonly StoredRecord[]): [Target, number][] {
  const groups = Map.groupBy(attachments, ({ row }) => `${row.ledger} ${row.record}`)
  return [...groups.values()].flatMap((group): [Target, number][] => {
    const ledger = String(group[0]?.row.ledger)
    const id = String(group[0]?.row.record)
    return isLedgerId(ledger) ? [[{ ledger, id }, group.length]] : []
  })
}

interface Refused {
  readonly record: string
  readonly code: string
  readonly why: string
  readonly fix: string
}

const CODES = { absent: 'BIN_RECORD_ABSENT', taken: 'BIN_KEY_TAKEN' } as const

function refusal(record: string, code: DiagnosticCode): Refused {
  const { why, fix } = DIAGNOSTICS[code]
  return { record, code, why, fix }
}
