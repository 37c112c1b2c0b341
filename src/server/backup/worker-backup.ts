import { Worker, parentPort, workerData } from 'node:worker_threads'
import { DeskError, isDiagnosticCode } from '#shared/diagnostics.ts'
import { diskError } from './disk-errors.ts'
import { makeBackup, type BackupAsked } from './make.ts'
import type { BackupWork } from './backup-folder.ts'
import type { Manifest } from './manifest.ts'
import { openBackup, stageBackup, type OpenAsked, type StageAsked, type Staged } from './restore.ts'

/** Marks this module's own worker from any other thread that happens to import it. */
const ROLE = 'rongmei-desk backup'

type Job = { readonly role: typeof ROLE } & (
  | { readonly make: BackupAsked }
  | { readonly stage: StageAsked }
  | { readonly open: OpenAsked }
)

type Said = { readonly role: typeof ROLE } & (
  | { readonly manifest: Manifest }
  | { readonly staged: Staged }
  | { readonly code: string; readonly detail: string }
)

/** The long works of backups, each in a thread of its own, so that the desk goes on answering. */
export const inThreads: BackupWork = {
  async make(asked) {
    return manifestOf(await inWorker({ role: ROLE, make: asked }))
  },
  async stage(asked) {
    const said = await inWorker({ role: ROLE, stage: asked })
    if (!('staged' in said)) throw new Error('a backup was not unpacked')
    return said.staged
  },
  async open(asked) {
    return manifestOf(await inWorker({ role: ROLE, open: asked }))
  },
}

function manifestOf(said: Said): Manifest {
  if (!('manifest' in said)) throw new Error('a backup was not read')
  return said.manifest
}

function inWorker(job: Job): Promise<Said> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job, execArgv: [] })
  return new Promise((resolve, reject) => {
    worker.once('message', (said: unknown) => {
      if (!isSaid(said)) reject(new Error('a thread spoke for another'))
      else if ('code' in said) reject(failureOf(said))
      else resolve(said)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)))
  })
}

const failureOf = ({ code, detail }: { code: string; detail: string }): Error =>
  isDiagnosticCode(code) ? new DeskError(code, detail) : new Error(detail)

function hasRole(data: unknown): data is { readonly role: typeof ROLE } {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === ROLE
}

const isJob = (data: unknown): data is Job => hasRole(data)

// What this same module sent.
const isSaid = (said: unknown): said is Said => hasRole(said)

const job: unknown = workerData
if (parentPort && isJob(job)) parentPort.postMessage(await done(job))

async function done(asked: Job): Promise<Said> {
  try {
    if ('stage' in asked) return { role: ROLE, staged: await stageBackup(asked.stage) }
    const manifest = 'make' in asked ? await makeBackup(asked.make) : await openBackup(asked.open)
    return { role: ROLE, manifest }
  } catch (error) {
    const { code, detail } = told(diskError(error))
    return { role: ROLE, code, detail }
  }
}

function told(error: unknown): { code: string; detail: string } {
  if (error instanceof DeskError) return error
  return { code: '', detail: error instanceof Error ? (error.stack ?? error.message) : '' }
}
