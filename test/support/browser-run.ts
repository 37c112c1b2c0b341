import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { BACKUP_SETTINGS } from '#shared/settings/backup.ts'
import { unpackBrowser } from './browser.ts'
import { SIGNED_IN } from './first-account.ts'
import { openDesk, type HostedDesk } from './hosted-desk.ts'
import { tellMade } from './run-example.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `run-example.ts` finds what all browser tests share. */
    exampleFolder: string
  }
}

let folder = ''
let desk: HostedDesk | undefined
let making: Promise<void> | undefined

/**
 * Begins to make what all browser tests share: the example centre loaded, a desk of it, Chromium
 * unpacked. Other tests run meanwhile; those that need it wait for it.
 */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-example-'))
  project.provide('exampleFolder', folder)
  making = make().catch((error: unknown) => tellMade(folder, { failed: String(error) }))
}

export async function teardown(): Promise<void> {
  await making
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
}

async function make(): Promise<void> {
  const file = path.join(folder, 'desk.sqlite')
  const dataDir = path.join(folder, 'shared')
  const unpacking = unpackBrowser()
  await writeExample(dataDir)
  await copyFile(path.join(dataDir, 'desk.sqlite'), file)
  desk = await openDesk(dataDir)
  await unpacking
  await tellMade(folder, { file, address: desk.address })
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
