import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreFileError } from './sqlite-errors.ts'

// A connection that nobody holds is collected, and its lock goes with it.
const held = new Set<DatabaseSync>()

/**
 * Takes a data folder for this process alone until `release` is called or the process ends, however it
 * ends: the lock is the system's own on an empty file beside the data, so none is left behind by a
 * process that was killed. Throws StoreFileError `taken`.
 */
export function lockFolder(folder: string): { release(): void } {
  const file = path.join(folder, 'desk.lock')
  const lock = new DatabaseSync(file)
  try {
    lock.exec('pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    throw new StoreFileError('taken', folder, { cause: error })
  }
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}
