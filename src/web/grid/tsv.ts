/**
 * Cells of a block copied from Excel or WPS: rows by lines, cells by tabs; a cell in quotes may hold
 * tabs, line ends and doubled quotes. The line end after the last row is no row.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:^|(?<=[\t\n]))"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y
  const block = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at <= block.length;) {
    pattern.lastIndex = at
    const found = pattern.exec(block)
    const [whole = '', quoted, plain = ''] = found ?? []
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    at += whole.length + 1
    if (block[at - 1] === '\n') rows.push([])
  }
  return rows
}

/** A block as spreadsheets take it: cells with tabs, line ends or a leading quote are quoted. */
export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (/[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\n')
