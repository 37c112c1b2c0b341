import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contentHash } from '#server/content-hash.ts'
import { evidenceFolder } from '#server/store/evidence-folder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-evidence-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytes = new TextEncoder().encode('abc')
// The digest of "abc" that FIPS 180-4 prints.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

it('keeps a file under the hash of its bytes, with nothing left aside', async () => {
  const files = evidenceFolder(folder)
  expect(await contentHash(bytes)).toBe(ABC)
  await files.keep(ABC, bytes)
  await files.keep(ABC, bytes)
  expect(await readdir(path.join(folder, 'ba'))).toEqual([ABC.slice(2)])
  expect(await files.read(ABC)).toEqual(bytes)
})

it('writes anew what a power cut left short', async () => {
  await writeFile(path.join(folder, 'ba', ABC.slice(2)), 'a')
  await evidenceFolder(folder).keep(ABC, bytes)
  expect(await evidenceFolder(folder).read(ABC)).toEqual(bytes)
})

it('says that it holds no file of a hash, and never leaves its folder', async () => {
  expect(await evidenceFolder(folder).read('0'.repeat(64))).toBeNull()
  await expect(evidenceFolder(folder).read('../../etc/passwd')).rejects.toThrow('not a SHA-256')
})
