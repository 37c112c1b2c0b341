import { Worker, parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { DeskError } from '#shared/diagnostics.ts'
import { atMost } from '../store/turns.ts'
import type { ImportStep } from '#shared/contract/import-progress.ts'
import { inflatedSize } from './zip.ts'
import { prepareInParts } from './prepare-in-parts.ts'
import type {
  IncomingFile,
  Prepare,
  Prepared,
  ReadPart,
  ReadingContext,
  Watch,
} from './prepared.ts'

/** Marks this module's own worker from any other thread that happens to import it. */
const ROLE = 'rongmei-desk ingest'

interface Job {
  readonly role: typeof ROLE
  readonly files: readonly IncomingFile[]
  readonly context: ReadingContext
}

/** A year of a centre takes a second; a hundred thousand rows ten. */
const PATIENCE_MS = 120_000

/** Threads at once, of up to a gigabyte each: files that come together are read one after another. */
const MOST_THREADS = 2

/** What the thread sends; it goes on after a part once it gets any message back. */
type Said =
  | { readonly role: typeof ROLE; readonly step: ImportStep }
  | { readonly role: typeof ROLE; readonly part: ReadPart }
  | { readonly role: typeof ROLE; readonly prepared: Prepared }

/**
 * Reads files in a worker thread, so that the server goes on answering. Their bytes are given to it.
 * Throws DeskError IMPORT_FILE_UNREADABLE when the thread dies, as it does where memory runs out,
 * IMPORT_FILE_SLOW when it has not answered in two minutes, and IMPORT_CANCELLED when it is ended.
 */
export const prepareInWorker = patientWorker(PATIENCE_MS)

/** The same with other patience: a damaged workbook can send its reader round for ever. */
export function patientWorker(patience: number): Prepare {
  const inTurn = atMost(MOST_THREADS)
  return (files, context, watch) => {
    const { signal } = watch
    const cancelled = new Promise<never>((_, reject) => {
      const cancel = () => reject(new DeskError('IMPORT_CANCELLED'))
      if (signal.aborted) cancel()
      else signal.addEventListener('abort', cancel)
    })
    // Whoever waits for a turn can be told at once; the turn itself begins nothing then.
    const read = inTurn(() =>
      signal.aborted ? cancelled : inWorker(files, { context, watch, patience }),
    )
    return Promise.race([read, cancelled])
  }
}

function inWorker(
  files: readonly IncomingFile[],
  { context, watch, patience }: { context: ReadingContext; watch: Watch; patience: number },
): Promise<Prepared> {
  const job: Job = { role: ROLE, files, context }
  const worker = new Worker(new URL(import.meta.url), {
    workerData: job,
    transferList: files.flatMap(({ bytes: { buffer } }) =>
      buffer instanceof ArrayBuffer ? [buffer] : [],
    ),
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryFor(files), maxYoungGenerationSizeMb: 16 },
  })
  const ended = new Promise<Prepared>((resolve, reject) => {
    const names = files.map(({ name }) => name).join('、')
    const fail = () => reject(new DeskError('IMPORT_FILE_UNREADABLE', names))
    const timer = setTimeout(() => reject(new DeskError('IMPORT_FILE_SLOW', names)), patience)
    worker.once('exit', () => clearTimeout(timer))
    const hear = async (said: Said) => {
      if ('step' in said) watch.told(said.step)
      else if ('prepared' in said) resolve(said.prepared)
      else {
        await watch.keep(said.part)
        worker.postMessage('kept')
      }
    }
    watch.signal.addEventListener('abort', () => reject(new DeskError('IMPORT_CANCELLED')))
    worker.on('message', (said: unknown) => (isSaid(said) ? hear(said).catch(reject) : fail()))
    worker.once('error', fail)
    worker.once('exit', fail)
  })
  return ended.finally(() => worker.terminate())
}

const LEAST_MB = 192
const MOST_MB = 1024

/** Room for the thread, in MB: a heap not much larger than the files need is swept in time. */
function memoryFor(files: readonly IncomingFile[]): number {
  const bytes = files.map(({ bytes: packed }) => inflatedSize(packed) ?? packed.length * 4)
  return Math.min(MOST_MB, LEAST_MB + (2 * Math.max(0, ...bytes)) / 1024 / 1024)
}

function hasRole(data: unknown): data is { readonly role: typeof ROLE } {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === ROLE
}

const isJob = (data: unknown): data is Job => hasRole(data) && 'files' in data

// What this same module sent: parsing every row again would hold the server up.
const isSaid = (said: unknown): said is Said => hasRole(said)

const job: unknown = workerData
if (parentPort && isJob(job)) await work(parentPort, job)

async function work(port: MessagePort, { files, context }: Job): Promise<void> {
  const say = (said: Said) => port.postMessage(said)
  const watch: Watch = {
    signal: new AbortController().signal,
    told: (step) => say({ role: ROLE, step }),
    async keep(part) {
      const kept = new Promise((resolve) => port.once('message', resolve))
      say({ role: ROLE, part })
      await kept
    },
  }
  say({ role: ROLE, prepared: await prepareInParts(files, context, watch) })
}
