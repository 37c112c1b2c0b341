import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { BACKUP_SETTINGS } from '#shared/settings/backup.ts'
import { unpackBrowser } from './browser.ts'
import { SIGNED_IN } from './first-account.ts'
import { openDesk, type HostedDesk } from './hosted-desk.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A desk's database that holds the example centre; files copy it and never write to it. */
    exampleFile: string
    /** The desk that holds it and that all files read from; ends with a slash. */
    exampleDesk: string
  }
}

let folder = ''
let desk: HostedDesk | undefined

/** Makes once what all browser tests share: the example centre loaded, a desk of it, Chromium unpacked. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-example-'))
  const exampleFile = path.join(folder, 'desk.sqlite')
  const dataDir = path.join(folder, 'shared')
  const unpacking = unpackBrowser()
  await writeExample(dataDir)
  await copyFile(path.join(dataDir, 'desk.sqlite'), exampleFile)
  desk = await openDesk(dataDir)
  await unpacking
  project.provide('exampleFile', exampleFile)
  project.provide('exampleDesk', desk.address)
}

export async function teardown(): Promise<void> {
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
}

/**
 * By a desk itself: what Vitest compiles reads otherwise than what Node does, and a desk sums up
 * anew what was kept under definitions that read otherwise.
 */
async function writeExample(dataDir: string): Promise<void> {
  const writer = await openDesk(dataDir)
  try {
    await write(writer, 'POST', 'example', {})
    // Each desk of it would make the backup of the night after a minute, beside the tests.
    await write(writer, 'PATCH', 'settings', { backup: { ...BACKUP_SETTINGS, isOn: false } })
  } finally {
    await writer.stop()
  }
}

async function write(
  { address }: HostedDesk,
  method: string,
  path: string,
  body: object,
): Promise<void> {
  const headers = { 'content-type': 'application/json', ...SIGNED_IN }
  const sent = { method, headers, body: JSON.stringify(body) }
  const answer = await fetch(`${address}api/${path}`, sent)
  if (!answer.ok) throw new Error(await answer.text())
}
