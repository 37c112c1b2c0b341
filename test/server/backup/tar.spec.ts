import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { DeskError } from '#shared/diagnostics.ts'
import { filesOf, tarOf } from '#server/backup/tar.ts'

const LONG = `reports/${'凉山州某县融媒体中心二〇二四年十月份工作报告'.repeat(3)}.docx`
const FILES = [
  { name: 'manifest.json', text: '{}' },
  { name: 'empty', text: '' },
  { name: LONG, text: '月报'.repeat(700) },
]

const given = () =>
  FILES.map(({ name, text }) => {
    const bytes = new TextEncoder().encode(text)
    return { name, size: bytes.length, bytes: Readable.from([bytes]) }
  })

async function packed(): Promise<Buffer> {
  return Buffer.concat(await Readable.from(tarOf(given())).toArray())
}

/** The bytes in pieces of a length that fits nothing. */
function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 333) yield bytes.subarray(at, at + 333)
}

async function unpacked(bytes: Uint8Array): Promise<{ name: string; text: string }[]> {
  const found: { name: string; text: string }[] = []
  for await (const file of filesOf(Readable.from(pieces(bytes)))) {
    const text = Buffer.concat(await Readable.from(file.bytes).toArray()).toString()
    found.push({ name: file.name, text })
  }
  return found
}

it('files come out as they went in, long Chinese names and empty ones too', async () => {
  expect(await unpacked(await packed())).toEqual(FILES)
})

it('an archive that was cut anywhere is damaged', async () => {
  const whole = await packed()
  for (const length of [0, 100, 512, 700, 2000, whole.length - 1100]) {
    const cut = unpacked(whole.subarray(0, length))
    await expect(cut).rejects.toThrow(new DeskError('BACKUP_DAMAGED'))
  }
})

it('any other program opens it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rongmei-tar-'))
  const { status } = spawnSync('tar', ['-xf', '-', '-C', folder], { input: await packed() })
  expect(status).toBe(0)
  expect(readFileSync(path.join(folder, LONG), 'utf8')).toBe('月报'.repeat(700))
  rmSync(folder, { recursive: true })
})
