import type { DiagnosticCode } from '#shared/diagnostics.ts'
import type { Cell } from '#shared/ledgers/define.ts'

/** A cell as it will be kept, or why it cannot be. `inexact` tells what the writing left open. */
export type Reading =
  | {
      readonly ok: true
      readonly value: Cell
      readonly inexact?:
        | 'rounded'
        | 'short'
        | 'atLeast'
        | 'about'
        | 'below'
        | 'days'
        | 'month'
        | 'spaced'
    }
  | { readonly ok: false; readonly code: DiagnosticCode; readonly fix?: string }

/** What a cell needs from around it. */
export interface CellContext {
  /** For dates written without one; null when no year is named. */
  readonly year: number | null
  /** `YYYY-MM` the words around the table name, for days written without one. */
  readonly month?: string | null
  /** The centre's zone, for instants. */
  readonly zone: string
  /** 元, 万元, 秒, 分钟, 比值 for rates of 0–1 …: of the heading, else of the sheet; null when neither says. */
  readonly unit: string | null
  /** Days to add to a plain number so that it is a serial of 1900. */
  readonly serialShift: number
}

/** Where nothing is said around a cell. */
export const ANYWHERE: CellContext = { year: null, zone: 'UTC', unit: null, serialShift: 0 }

export const kept = (value: Cell): Reading => ({ ok: true, value })
export const refused = (code: DiagnosticCode): Reading => ({ ok: false, code })
