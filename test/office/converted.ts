import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The pages of files as LibreOffice prints them: what stands on each. All go through one start of it. */
export async function printedPages(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'office-'))
  try {
    const names = Object.keys(files)
    for (const [name, bytes] of Object.entries(files))
      await writeFile(path.join(folder, name), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', ...names], {
      cwd: folder,
      env: { ...process.env, HOME: folder },
    })
    const pages: Record<string, string[]> = {}
    for (const name of names) {
      const printed = name.replace(/\.\w+$/, '')
      await run('pdftotext', ['-layout', `${printed}.pdf`, `${printed}.txt`], { cwd: folder })
      const text = await readFile(path.join(folder, `${printed}.txt`), 'utf8')
      pages[name] = text.split('\f').slice(0, -1)
    }
    return pages
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Words without the spaces that programs set between Chinese and Latin signs, or lines break at. */
export const packed = (text: string): string => text.replaceAll(/\s/g, '')
