import type { ImportSection } from '#shared/contract/imports.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'

/** Records shown in the preview. */
export const SAMPLE_SIZE = 5

/** A section that holds nothing yet. Its id is unique once `prepareImport` has seen all. */
export function blankSection(sheet: string, file: string, ledger: LedgerId | null): ImportSection {
  return {
    id: `${file}#${sheet}#${ledger ?? ''}`,
    file,
    sheet,
    ledger,
    table: '',
    headings: '',
    exportKind: null,
    correctedOn: null,
    isForced: false,
    given: {},
    missing: [],
    year: null,
    changes: [],
    candidates: [],
    headRows: [],
    mapping: [],
    rowsRead: 0,
    rowsGood: 0,
    rowsRefused: 0,
    rowsSkipped: 0,
    records: 0,
    skips: [],
    refusals: [],
    notes: [],
    totals: [],
    coverage: null,
    sample: [],
  }
}
