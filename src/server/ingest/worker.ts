import { Worker, parentPort, workerData } from 'node:worker_threads'
import { DeskError } from '#shared/diagnostics.ts'
import { prepareImport } from './prepare.ts'
import type { IncomingFile, Prepare, Prepared } from './prepared.ts'

/** Marks this module's own worker from any other thread that happens to import it. */
const ROLE = 'rongmei-desk ingest'

interface Job {
  readonly role: typeof ROLE
  readonly files: readonly IncomingFile[]
  readonly context: Parameters<Prepare>[1]
}

/** A year of a centre takes a second; a hundred thousand rows ten. */
const PATIENCE_MS = 120_000

/**
 * Reads files in a worker thread, so that the server goes on answering. The caller keeps its bytes.
 * Throws DeskError IMPORT_FILE_UNREADABLE when the thread dies, as it does where memory runs out,
 * IMPORT_FILE_SLOW when it has not answered in two minutes.
 */
export const prepareInWorker = patientWorker(PATIENCE_MS)

/** The same with other patience: a damaged workbook can send its reader round for ever. */
export function patientWorker(patience: number): Prepare {
  return (files, context) => inWorker(files, context, patience)
}

function inWorker(
  files: readonly IncomingFile[],
  context: Job['context'],
  patience: number,
): Promise<Prepared> {
  const copies = files.map((file) => ({ ...file, bytes: new Uint8Array(file.bytes) }))
  const job: Job = { role: ROLE, files: copies, context }
  const worker = new Worker(new URL(import.meta.url), {
    workerData: job,
    transferList: copies.map(({ bytes }) => bytes.buffer),
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  return new Promise((resolve, reject) => {
    const names = files.map(({ name }) => name).join('、')
    const fail = () => reject(new DeskError('IMPORT_FILE_UNREADABLE', names))
    const timer = setTimeout(() => {
      reject(new DeskError('IMPORT_FILE_SLOW', names))
      void worker.terminate()
    }, patience)
    worker.once('exit', () => clearTimeout(timer))
    worker.once('message', (answer: unknown) => (isPrepared(answer) ? resolve(answer) : fail()))
    worker.once('error', fail)
    worker.once('exit', fail)
  })
}

const MOST_MEMORY_MB = 1536

function isJob(data: unknown): data is Job {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === ROLE
}

// What this same module sent: parsing every row again would hold the server up.
function isPrepared(answer: unknown): answer is Prepared {
  return typeof answer === 'object' && answer !== null && 'preview' in answer
}

const job: unknown = workerData
if (parentPort && isJob(job)) parentPort.postMessage(prepareImport(job.files, job.context))
