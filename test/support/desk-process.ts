import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { COMPILED } from './compiled.ts'
import { putFirstAccount } from './first-account.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface DeskProcess {
  readonly address: string
  readonly pid: number | undefined
  /** What it printed so far. */
  printed(): string
  /** Gives the code it ended with. */
  stop(): Promise<number | null>
}

export interface Ended {
  readonly code: number | null
  readonly output: string
}

/** Starts the desk as `npm start` does, its first account there, and waits for the address it prints. */
export function startDesk(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<DeskProcess> {
  if (env.DATA_DIR !== undefined && args.length === 0) putFirstAccount(env.DATA_DIR)
  return startAsIs(env, args)
}

/** The same over the data folder as it is: without an account it is a first start. */
export function startAsIs(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<DeskProcess> {
  const { child, output } = run(env, args)
  return new Promise((resolve, reject) => {
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    child.once('exit', (code) =>
      reject(new Error(`the desk ended with ${code}: ${output.join('')}`)),
    )
    const look = (): void => {
      const address = /https?:\/\/\S+\//.exec(output.join(''))?.[0]
      if (address === undefined) return
      // A line a request comes later, and all of them would be read again with each.
      child.stdout.off('data', look)
      const stop = async () => {
        child.kill('SIGTERM')
        return ended
      }
      resolve({ address, pid: child.pid, stop, printed: () => output.join('') })
    }
    child.stdout.on('data', look)
  })
}

/** Has the most a process ever held told from here on; does nothing where the system is not Linux. */
export async function forgetMost({ pid }: Pick<DeskProcess, 'pid'>): Promise<void> {
  // 5 resets the peak: https://docs.kernel.org/filesystems/proc.html
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => null)
}

/** The most a process held in memory, in MB; null where the system is not Linux. */
export async function mostMemory({ pid }: Pick<DeskProcess, 'pid'>): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024)
}

/** Seconds of work a process has done on all cores, its threads' too; null where the system is not Linux. */
export async function secondsOfWork({ pid }: Pick<DeskProcess, 'pid'>): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // After the name, which may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS : null
}

/** Of the kernel's clock in a second, on every machine that runs Node. */
const TICKS = 100

/** Runs the desk where it must refuse to start. */
export function refusedDesk(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Ended> {
  const { child, output } = run(env, args)
  return new Promise((resolve) =>
    child.once('exit', (code) => resolve({ code, output: output.join('') })),
  )
}

function run(env: Readonly<Record<string, string>>, args: readonly string[]) {
  const child = spawn(process.execPath, [path.join(ROOT, 'src/server/main.ts'), ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text))
  return { child, output }
}
