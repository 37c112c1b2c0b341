import type * as z from 'zod/mini'
import type { Endpoint, FileEndpoint } from '#shared/contract/define.ts'
import type { DiagnosticCode } from '#shared/diagnostics.ts'
import { isLedgerId, ledgerOf } from '#shared/ledgers/index.ts'

type Schema = z.ZodMiniType

/** A call that was answered. */
export interface Told<P extends Schema, Q extends Schema, B extends Schema, O extends Schema> {
  readonly params: z.infer<P>
  readonly query: z.infer<Q>
  readonly body: z.infer<B>
  /** How many files came with it. */
  readonly files: number
  readonly answer: z.infer<O>
  /** What only its handler knew (`Asked.tell`); '' where it told nothing. */
  readonly more: string
}

/**
 * How the journal says what a call did. Words of people (reasons, titles, cells) stay out: they may
 * hold a citizen's name or number, and the history of the records has them.
 */
export interface Sentence<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  O extends Schema = Schema,
> {
  /** Null where nothing came of it. */
  done(told: Told<P, Q, B, O>): string | null
  /** What is said of a call that was refused with a code; null: nothing is. */
  refused?(code: DiagnosticCode, more: string): string | null
}

/** A file that was handed out, by the address that asked for it. */
export interface Handed {
  readonly params: Readonly<Record<string, string | undefined>>
  readonly query: Readonly<Record<string, string>>
  readonly more: string
}

export type FileSentence = (handed: Handed) => string

/** An endpoint with its sentence. */
export type Said = readonly [endpoint: unknown, sentence: Sentence]

export const said = <P extends Schema, Q extends Schema, B extends Schema, O extends Schema>(
  endpoint: Endpoint<P, Q, B, O>,
  done: (told: Told<P, Q, B, O>) => string | null,
  refused?: (code: DiagnosticCode, more: string) => string | null,
): Said => {
  const sentence: Sentence<P, Q, B, O> = { done, ...(refused && { refused }) }
  return [endpoint, sentence]
}

/** A file of the contract with its sentence. */
export type HandedOut = readonly [file: FileEndpoint, sentence: FileSentence]

export const labelOf = (ledger: string | undefined): string =>
  ledger !== undefined && isLedgerId(ledger) ? ledgerOf(ledger).label : ''

/** `新增 3 条、修改 1 条`, of what is not nought; '' where all is. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count} 条`)
    .join('、')
