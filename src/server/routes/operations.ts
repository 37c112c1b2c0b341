import type { Hono } from 'hono'
import { FILES } from '#shared/contract/files.ts'
import {
  WARNINGS,
  makeBackup,
  openBackup,
  readHealth,
  readStatus,
  removeBackup,
  restoreBackup,
  uploadBackup,
  type Status,
} from '#shared/contract/operations.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { openBatch } from '../acts.ts'
import { disposition } from '../export/file-answer.ts'
import { letTakeLong } from '../http/slow-bodies.ts'
import type { DeskContext } from '../app.ts'
import type { Operations } from '../operations.ts'
import { isBackupLate, nextBackup } from '../scheduled/due-backup.ts'
import { serve, serveFile } from '../serve.ts'

const LEAST_FREE = 0.1

/** Whether the desk answers; also before it is set up, and to nobody signed in. */
export function healthRoute(app: Hono, { version }: DeskContext): void {
  serve(app, readHealth, async () => ({ status: 'up' as const, version }))
}

/** Whether the desk is well, and its backups. */
export function operationRoutes(app: Hono, context: DeskContext): void {
  const { store, clock, operations, version } = context

  serve(app, readStatus, async () => ({
    version,
    revision: Object.values(await store.revisions()).reduce((sum, one) => sum + one, 0),
    lastImport: await lastImport(context),
    ...(operations ? await statusOf(context, operations) : NOTHING),
  }))

  serve(app, makeBackup, async ({ body }) => {
    const local = dateTimeInZone(clock(), await zone())
    return here().backups.make({ by: 'hand', passphrase: body.passphrase, local })
  })

  serve(app, uploadBackup, async ({ query: { name }, request }) => {
    const size = Number(request.headers.get('content-length') ?? 0)
    const { backups } = here()
    if (!request.body || size === 0) throw new DeskError('BACKUP_FOREIGN', name)
    letTakeLong(request)
    return backups.take({ name, size, bytes: request.body })
  })

  serve(app, openBackup, async ({ params, body }) =>
    here().backups.open(params.name, body.passphrase || null),
  )

  serve(app, removeBackup, async ({ params, query }) => {
    await here().backups.remove(params.name, query.word)
    return { removed: true as const }
  })

  serve(app, restoreBackup, async ({ params, body }) => {
    if (body.why.trim() === '') throw new DeskError('REASON_MISSING')
    const restored = await here().backups.restore(params.name, body.passphrase || null)
    await store.write((writer) =>
      openBatch(context, writer, {
        kind: 'entry',
        title: `从备份恢复：${params.name}`,
        why: body.why.trim(),
        notes: [`恢复之前的数据在 ${restored.aside}`],
      }),
    )
    return restored
  })

  serveFile(app, FILES.backupFile, async (request) => {
    const name = request.req.param('name')
    const found = await here().backups.read(name)
    if (!found) throw new DeskError('BACKUP_NOT_FOUND', name)
    return new Response(found.bytes, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(found.size),
        'content-disposition': disposition('attachment', name),
        'x-content-type-options': 'nosniff',
      },
    })
  })

  const zone = async () => ((await store.settings()) ?? DEFAULT_SETTINGS).zone

  function here(): Operations {
    if (!operations) throw new DeskError('BACKUP_NOT_HERE')
    return operations
  }
}

type MachineStatus = Omit<Status, 'version' | 'revision' | 'lastImport'>

/** A desk that keeps nothing. */
const NOTHING: MachineStatus = {
  machine: null,
  backups: [],
  nextBackup: null,
  warnings: [],
  slowest: [],
}

async function statusOf(
  { store, clock }: DeskContext,
  operations: Operations,
): Promise<MachineStatus> {
  const { backup, zone } = (await store.settings()) ?? DEFAULT_SETTINGS
  const [machine, backups] = await Promise.all([operations.machine(), operations.backups.list()])
  const local = dateTimeInZone(clock(), zone)
  const failedAt = operations.backups.failure?.at ?? null
  const made = backups.map(({ at }) => dateTimeInZone(Date.parse(at), zone))
  const state = { settings: backup, local, made, now: clock(), failedAt }
  const found: Readonly<Record<Status['warnings'][number], boolean>> = {
    diskLow: machine.freeBytes < machine.diskBytes * LEAST_FREE,
    backupFailed: failedAt !== null,
    backupLate: isBackupLate(state),
    backupOnSameDisk: backups.length > 0 && machine.isSameDisk,
  }
  return {
    machine,
    backups,
    nextBackup: nextBackup(backup, local),
    warnings: WARNINGS.filter((warning) => found[warning]),
    slowest: [...operations.slowest()],
  }
}

async function lastImport({ store }: DeskContext): Promise<Status['lastImport']> {
  const [found] = await store.batches({ kinds: ['import'], limit: 1 })
  return found ? { at: found.at, title: found.title, by: found.by } : null
}
