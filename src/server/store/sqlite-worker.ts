import { Worker, parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { DiagnosticCode } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { errorOf, failureOf, type Failure } from './sqlite-errors.ts'
import { linkTo, transactOn, type Link } from './sqlite-link.ts'
import { sqlTables } from './sql-tables.ts'
import type { Gate, Rows, Writer } from './store.ts'
import type { OpenApart } from './sqlite.ts'
import type { WriteReach } from './write-reach.ts'
import { writeOver } from './writer.ts'

/** Marks this module's own worker from any other thread that happens to import it. */
const ROLE = 'rongmei-desk write'

/** A hundred thousand rows take half; a heap that may grow further is swept too late. */
const MOST_MB = 384

const CACHE_KB = 16_000

interface Job {
  readonly role: typeof ROLE
  readonly file: string
}

/** What the thread is told. Only a method of the writer that was asked for is answered. */
type Told =
  | { readonly ask: number; readonly method: string; readonly given: readonly unknown[] }
  /** The answer to a question. */
  | { readonly failure: Failure }
  | { readonly part: readonly Row[] }
  | { readonly end: 'commit' | 'rollback' }
  | { readonly stop: DiagnosticCode }

type Said = { readonly role: typeof ROLE } & (
  | { readonly ready: true }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly failure: Failure }
  | { readonly question: Question }
  | { readonly over: Failure | null }
)

/** What whoever puts rows of a draft is asked on the way; the thread waits for the answer. */
type Question = { readonly passed: number } | { readonly part: readonly Row[] }

/** Methods of a writer that work from another thread: what they take and give can be sent. */
const METHODS = [
  'closedRows',
  'openBatch',
  'put',
  'addNames',
  'change',
  'changeAll',
  'remove',
  'removeAll',
  'keptOut',
  'restore',
  'cover',
  'takeBack',
  'saveSettings',
  'dropSettings',
  'saveDraft',
  'dropDraft',
  'saveImportPart',
  'keepRefusals',
  'saveFile',
  'told',
  'moved',
] as const satisfies readonly Exclude<keyof Writer, 'holdTo'>[]

/**
 * Begins a write in a thread of its own, so that the desk goes on answering, and the memory it takes is given
 * back. What decides what is written runs where it was asked; each of its calls is carried over.
 */
export const openInThread: OpenApart = async (file) => {
  const job: Job = { role: ROLE, file }
  const worker = new Worker(new URL(import.meta.url), {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: 48 },
  })
  const said = conversation(worker)
  const tell = (told: Told): void => worker.postMessage(told)
  let asked = 0
  const ask = async (method: string, given: readonly unknown[]): Promise<unknown> => {
    asked += 1
    const answer = said.answerTo(asked)
    tell({ ask: asked, method, given })
    return answer
  }
  const writer: unknown = {
    ...Object.fromEntries(
      METHODS.map((method) => [method, (...given: unknown[]) => ask(method, given)]),
    ),
    holdTo(gate: Gate | WriteReach) {
      if (typeof gate === 'function') throw new Error('only what is data is carried over')
      // Nobody waits for it: what is asked next comes after it, and fails where the thread does.
      ask('holdTo', [gate]).catch(() => null)
    },
    async put(ledger: string, rows: Rows, batch: string) {
      if (!('draft' in rows)) return ask('put', [ledger, rows, batch])
      const { passed, mended, ...draft } = rows
      said.onQuestion = async (question) => {
        try {
          if ('passed' in question) await passed?.(question.passed)
          const isAsked = 'part' in question && mended !== undefined
          tell({ part: isAsked ? await mended.whole(question.part) : [] })
        } catch (error) {
          tell({ failure: failureOf(error) })
        }
      }
      return ask('put', [ledger, { ...draft, sign: mended?.sign }, batch])
    },
  }
  await said.ready
  if (!isWriter(writer)) throw new Error('a method of the writer is not carried over')
  return {
    writer,
    async end(how) {
      tell({ end: how })
      try {
        await (how === 'commit' ? said.over : said.over.catch(() => null))
      } finally {
        await worker.terminate()
      }
    },
    stop: (code) => tell({ stop: code }),
  }
}

const isWriter = (made: unknown): made is Writer =>
  typeof made === 'object' && made !== null && METHODS.every((method) => method in made)

/** What a thread says, heard by those who wait for it; all of them fail when it ends unasked. */
function conversation(worker: Worker) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const ready = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const ended = (error: Error): void => {
    for (const one of [...waiting.values(), ready, over]) one.reject(error)
  }
  // Whoever does not wait for them has been told by another.
  for (const { promise } of [ready, over]) promise.catch(() => null)
  const heard = {
    ready: ready.promise,
    over: over.promise,
    onQuestion: async (_question: Question): Promise<void> => {},
    answerTo(ask: number): Promise<unknown> {
      const one = Promise.withResolvers<unknown>()
      waiting.set(ask, one)
      return one.promise.finally(() => waiting.delete(ask))
    },
  }
  worker.on('message', (said: unknown) => {
    if (!isSaid(said)) ended(new Error('a thread spoke for another'))
    else if ('ready' in said) ready.resolve()
    else if ('question' in said) void heard.onQuestion(said.question)
    else if ('over' in said && said.over) ended(errorOf(said.over))
    else if ('over' in said) over.resolve()
    else if ('failure' in said) waiting.get(said.answer)?.reject(errorOf(said.failure))
    else waiting.get(said.answer)?.resolve(said.value)
  })
  worker.once('error', ended)
  worker.once('exit', (code) => ended(new Error(`the thread ended with ${code}`)))
  return heard
}

function hasRole(data: unknown): data is { readonly role: typeof ROLE } {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === ROLE
}

const isJob = (data: unknown): data is Job => hasRole(data) && 'file' in data

// What this same module sent.
const isSaid = (said: unknown): said is Said => hasRole(said)
const isTold = (told: unknown): told is Told => typeof told === 'object' && told !== null

const job: unknown = workerData
if (parentPort && isJob(job)) await work(parentPort, job)

async function work(port: MessagePort, { file }: Job): Promise<void> {
  const say = (said: Said): void => port.postMessage(said)
  const link = linkTo(file)
  // Indexes that a long write fills in no order are else written and read again over and over.
  link.writing().exec(`pragma cache_size = -${CACHE_KB}`)
  try {
    await transactOn(link)((db) =>
      writeOver(sqlTables(db, new Map()), (writer) => served(port, link, writer)),
    )
    link.close()
    say({ role: ROLE, over: null })
  } catch (error) {
    link.close()
    say({ role: ROLE, over: failureOf(error) })
  }
  port.close()
}

/** Does what the writer is asked to until the write is to be kept; throws where it is not. */
function served(port: MessagePort, link: Link, writer: Writer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let asked = Promise.withResolvers<readonly Row[]>()
  const consult = (question: Question): Promise<readonly Row[]> => {
    asked = Promise.withResolvers()
    port.postMessage({ role: ROLE, question })
    return asked.promise
  }
  const passed = async (rows: number): Promise<void> => void (await consult({ passed: rows }))
  const whole = (part: readonly Row[]): Promise<readonly Row[]> => consult({ part })
  const answer = async (method: string, given: readonly unknown[]): Promise<unknown> => {
    const call: unknown = Reflect.get(writer, method)
    if (typeof call !== 'function') throw new Error(`a writer has no ${method}`)
    const [ledger, rows, ...rest] = given
    const isDraft = method === 'put' && typeof rows === 'object' && rows !== null && 'draft' in rows
    const sign = isDraft && 'sign' in rows && typeof rows.sign === 'string' ? rows.sign : null
    const heard = sign === null ? { passed } : { passed, mended: { sign, whole } }
    const value: unknown = Reflect.apply(
      call,
      writer,
      isDraft ? [ledger, { ...rows, ...heard }, ...rest] : given,
    )
    return value
  }
  port.on('message', (told: unknown) => {
    if (!isTold(told)) return
    if ('end' in told) {
      if (told.end === 'commit') resolve()
      else reject(new Error('not to be kept'))
    } else if ('stop' in told) link.ended = told.stop
    else if ('failure' in told) asked.reject(errorOf(told.failure))
    else if ('part' in told) asked.resolve(told.part)
    else {
      const { ask, method, given } = told
      answer(method, given).then(
        (value) => port.postMessage({ role: ROLE, answer: ask, value }),
        (error: unknown) =>
          port.postMessage({ role: ROLE, answer: ask, failure: failureOf(error) }),
      )
    }
  })
  port.postMessage({ role: ROLE, ready: true })
  return promise
}
