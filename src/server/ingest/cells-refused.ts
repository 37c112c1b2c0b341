import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'

export interface RefusedField {
  readonly field: string
  readonly code: DiagnosticCode
  readonly why: string
  readonly fix: string
  /** In an act of editing, which of its lists and which record there. */
  readonly part?: 'adds' | 'changes' | 'removals'
  readonly at?: number
}

/** Typed cells that could not be read, a field each. */
export class CellsRefused extends DeskError {
  readonly fields: readonly RefusedField[]
  constructor(
    fields: readonly RefusedField[],
    code: DiagnosticCode = 'RECORD_CELLS_REFUSED',
    detail = '',
  ) {
    super(code, detail)
    this.fields = fields
  }
}
