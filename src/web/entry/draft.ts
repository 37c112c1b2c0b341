import * as z from 'zod/mini'
import { isQualifier } from '#shared/metrics/qualifiers.ts'
import { keepDraft, keptDraft } from '../kept-drafts.ts'
import type { Seen, Typed } from './typed.ts'

/** A line typed and not saved, with the kept figure it was typed over; null where there was none. */
export interface Drafted extends Typed {
  readonly seen: Seen | null
}

export interface Draft {
  /** When it was last typed in, ISO; empty where nothing was. */
  readonly at: string
  readonly lines: ReadonlyMap<string, Drafted>
}

const draftSchema = z.object({
  at: z.string(),
  lines: z.record(
    z.string(),
    z.object({
      text: z.string(),
      qualifier: z.nullable(z.string()),
      seen: z.nullable(z.object({ id: z.string(), changedAt: z.nullable(z.string()) })),
    }),
  ),
})

const NOTHING: Draft = { at: '', lines: new Map() }
const nameOf = (period: string): string => `entry:${period}`

/** What was typed for a period and not saved, by line; nothing where the browser keeps nothing. */
export function keptEntry(period: string): Draft {
  const found = keptDraft(nameOf(period), draftSchema)
  if (!found) return NOTHING
  const lines = Object.entries(found.lines).map(([key, line]): [string, Drafted] => {
    const { qualifier } = line
    const isKnown = qualifier !== null && isQualifier(qualifier)
    return [key, { ...line, qualifier: isKnown ? qualifier : null }]
  })
  return { at: found.at, lines: new Map(lines) }
}

/** Keeps what is typed over a reload; does nothing where the browser refuses. */
export function keepEntry(period: string, lines: ReadonlyMap<string, Drafted>): void {
  const draft = { at: new Date().toISOString(), lines: Object.fromEntries(lines) }
  keepDraft(nameOf(period), lines.size === 0 ? null : draft)
}
