import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow } from '#server/backup/archive.ts'

it('a folder there is not has no files; one that cannot be read makes no backup without it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rongmei-archive-'))
  writeFileSync(path.join(folder, 'attachments'), '')
  expect(await filesBelow(path.join(folder, 'reports'), 'reports')).toEqual([])
  await expect(filesBelow(path.join(folder, 'attachments'), 'attachments')).rejects.toThrow(
    'ENOTDIR',
  )
  rmSync(folder, { recursive: true })
})
