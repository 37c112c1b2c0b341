import type { Refusal } from '#shared/contract/import-cells.ts'
import { csvOf } from '#shared/csv.ts'
import { refusalRows } from '#shared/refusal-rows.ts'
import { download } from '../export/download.ts'

/** Hands over the list as a CSV for whoever mends the file. */
export const downloadRefusals = (refusals: readonly Refusal[], name: string): void =>
  download(
    `${name}-问题清单.csv`,
    new Blob([csvOf(refusalRows(refusals))], { type: 'text/csv;charset=utf-8' }),
  )
