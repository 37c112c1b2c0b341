import * as z from 'zod/mini'
import { isQualifier } from '#shared/metrics/qualifiers.ts'
import type { Typed } from './typed.ts'

const draftSchema = z.record(
  z.string(),
  z.object({ text: z.string(), qualifier: z.nullable(z.string()) }),
)

const nameOf = (period: string): string => `entry:${period}`

/** What was typed for a period and not saved, by line; nothing where the browser keeps nothing. */
export function keptEntry(period: string): ReadonlyMap<string, Typed> {
  try {
    const found = draftSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(period)) ?? '{}'))
    const lines = found.success ? Object.entries(found.data) : []
    return new Map(
      lines.map(([key, { text, qualifier }]) => [
        key,
        { text, qualifier: qualifier !== null && isQualifier(qualifier) ? qualifier : null },
      ]),
    )
  } catch {
    return new Map()
  }
}

/** Keeps what is typed over a reload; does nothing where the browser refuses. */
export function keepEntry(period: string, typed: ReadonlyMap<string, Typed>): void {
  try {
    if (typed.size === 0) localStorage.removeItem(nameOf(period))
    else localStorage.setItem(nameOf(period), JSON.stringify(Object.fromEntries(typed)))
  } catch {
    // The page goes on without a draft.
  }
}
