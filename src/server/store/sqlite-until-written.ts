import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Link } from './sqlite-link.ts'

/**
 * Readings of what is asked at every request, each done once and anew after any commit: SQLite tells a
 * connection by a number when another wrote. https://sqlite.org/pragma.html#pragma_data_version
 */
export function untilWritten(
  link: Pick<Link, 'reading'>,
): <T>(read: () => Promise<T>) => () => Promise<T> {
  let asked: { readonly of: DatabaseSync; readonly version: StatementSync } | null = null

  function version(of: DatabaseSync): unknown {
    if (asked?.of !== of) asked = { of, version: of.prepare('pragma data_version') }
    return asked.version.get()?.data_version
  }

  return <T>(read: () => Promise<T>) => {
    let kept: {
      readonly of: DatabaseSync
      readonly at: unknown
      readonly value: Promise<T>
    } | null = null
    return () => {
      const of = link.reading()
      const at = version(of)
      if (kept?.of === of && kept.at === at) return kept.value
      // Where a commit comes between, what is read is newer than its number, and read once more.
      const value = read()
      kept = { of, at, value }
      value.catch(() => (kept = null))
      return value
    }
  }
}
