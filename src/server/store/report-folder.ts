import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import path from 'node:path'
import { DeskError } from '#shared/diagnostics.ts'
import { isMissing } from './missing-file.ts'
import { numberedName, type ReportFiles } from './report-files.ts'

/** More versions of one report than this nobody keeps. */
const MOST_VERSIONS = 1000

/**
 * Reports as files of a folder. A file is written aside, flushed, and given its name only then; a
 * name that is taken is never taken over. Throws REPORT_FOLDER_UNWRITABLE.
 */
export function reportFolder(folder: string): ReportFiles {
  return {
    place: folder,
    async write(name, bytes) {
      const aside = path.join(folder, `.${process.pid}-${Date.now().toString(36)}.part`)
      try {
        await mkdir(folder, { recursive: true })
        const file = await open(aside, 'w')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        return await named(folder, aside, name)
      } catch (error) {
        throw new DeskError('REPORT_FOLDER_UNWRITABLE', error instanceof Error ? error.message : '')
      } finally {
        await unlink(aside).catch(() => undefined)
      }
    },
    async read(name) {
      if (name !== path.basename(name)) return null
      return readFile(path.join(folder, name)).then(
        (bytes) => new Uint8Array(bytes),
        (error: unknown) => {
          if (isMissing(error)) return null
          throw error
        },
      )
    },
  }
}

/** A second name for the whole file, which fails where the name is taken: nothing is overwritten. */
async function named(folder: string, aside: string, name: string): Promise<string> {
  for (let number = 1; number <= MOST_VERSIONS; number += 1) {
    const own = numberedName(name, number)
    try {
      await link(aside, path.join(folder, own))
      return own
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  throw new Error(`${MOST_VERSIONS} versions of ${name}`)
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
