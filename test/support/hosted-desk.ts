import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { COMPILED } from './compiled.ts'
import { putFirstAccount } from './first-account.ts'
import { ROOMY } from './roomy.ts'

export interface HostedDesk {
  /** Ends with a slash. */
  readonly address: string
  stop(): Promise<void>
}

interface Asked {
  readonly folder: string
  readonly want: 'open' | 'stop'
}

/** An answer about a folder's desk: its address, empty once it is stopped, or why it failed. */
export type Told = { readonly folder: string } & (
  | { readonly address: string }
  | { readonly failed: string }
)

let host: ChildProcess | undefined

/**
 * Serves a data folder, its first account there. All desks of a test process share one host beside
 * it: two thirds of a desk's start is reading its code. What a process of its own does, as start
 * and end, is for `desk-process.ts`.
 */
export async function openDesk(folder: string): Promise<HostedDesk> {
  putFirstAccount(folder)
  const address = await ask({ folder, want: 'open' })
  return { address, stop: async () => void (await ask({ folder, want: 'stop' })) }
}

function ask(asked: Asked): Promise<string> {
  const { folder } = asked
  const to = (host ??= startHost())
  // While nothing is asked, the host keeps nobody from ending.
  to.channel?.ref()
  return new Promise<string>((resolve, reject) => {
    const hear = (told: unknown): void => {
      if (!isTold(told) || told.folder !== folder) return
      to.off('message', hear)
      if ('address' in told) resolve(told.address)
      else reject(new Error(told.failed))
    }
    to.on('message', hear)
    to.once('exit', (code) => reject(new Error(`the host of the desks ended with ${code}`)))
    to.send(asked)
  }).finally(() => to.channel?.unref())
}

function startHost(): ChildProcess {
  const child = fork(path.join(import.meta.dirname, 'desk-host.ts'), {
    execArgv: ROOMY,
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.setMaxListeners(0)
  // It ends with the process that asks.
  child.unref()
  return child
}

const isAbout = (said: unknown): said is { readonly folder: unknown } =>
  typeof said === 'object' && said !== null && 'folder' in said

export const isAsked = (said: unknown): said is Asked => isAbout(said) && 'want' in said

const isTold = (said: unknown): said is Told =>
  isAbout(said) && ('address' in said || 'failed' in said)
