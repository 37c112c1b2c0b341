import type { Refusal } from './contract/import-cells.ts'

/** Cells that could not be read, as a table for whoever mends the file; its head first. */
export const refusalRows = (refusals: readonly Refusal[]): string[][] => [
  ['文件', '表', '行', '列', '列名', '值', '原因', '怎么改', '代码'],
  ...refusals.map((r) => [
    r.file,
    r.sheet,
    String(r.row),
    r.column,
    r.heading,
    r.value,
    r.why,
    r.fix,
    r.code,
  ]),
]
