import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'

export interface RefusedField {
  readonly field: string
  readonly code: DiagnosticCode
  readonly why: string
  readonly fix: string
}

/** Typed cells that could not be read, a field each. */
export class CellsRefused extends DeskError {
  readonly fields: readonly RefusedField[]
  constructor(fields: readonly RefusedField[]) {
    super('RECORD_CELLS_REFUSED')
    this.fields = fields
  }
}
