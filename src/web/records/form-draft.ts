import * as z from 'zod/mini'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { keepDraft, keptDraft } from '../kept-drafts.ts'
import type { Typed } from './use-typed.ts'

/** What was typed into the form of a record and is not saved yet. */
const draftSchema = z.object({
  /** When it was last typed in, ISO. */
  at: z.string(),
  /** As the record was when typing began; null for a new one, and for one never changed. */
  changedAt: z.nullable(z.string()),
  /** Cells that differ from the record's. */
  cells: z.record(z.string(), z.string()),
})

export type FormDraft = z.infer<typeof draftSchema>

/** Which form: of a record, or of a new one, by what a page has filled in of it. */
export interface FormPlace {
  readonly ledger: LedgerId
  readonly record: string | null
  readonly fill: Typed
}

const nameOf = ({ ledger, record, fill }: FormPlace): string =>
  `form:${ledger}:${record ?? new URLSearchParams(fill).toString()}`

/** What an earlier visit left; null where there is nothing, or the browser keeps nothing. */
export const keptForm = (place: FormPlace): FormDraft | null =>
  keptDraft(nameOf(place), draftSchema)

/** Keeps what is typed over a reload or a closed form; lets it go where no cell differs. */
export function keepForm(place: FormPlace, { cells, changedAt }: Omit<FormDraft, 'at'>): void {
  const draft: FormDraft = { at: new Date().toISOString(), changedAt, cells }
  keepDraft(nameOf(place), Object.keys(cells).length === 0 ? null : draft)
}
