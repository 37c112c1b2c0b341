import type { ImportSection } from '#shared/contract/imports.ts'

/** What is wrong: every row below the head, of sheets of totals every cell, is good, refused or passed over by a name. */
export function lostIn(sections: readonly ImportSection[], height: number | null): string[] {
  return sections.flatMap((section) => {
    const { rowsRead, rowsGood, rowsRefused, rowsSkipped, skips, headRows } = section
    const below = height === null ? rowsRead : height - (headRows.at(-1) ?? 0)
    const named = skips.reduce((sum, { count }) => sum + count, 0)
    const isOfCells = section.summary !== undefined
    const told = isOfCells
      ? section.refusals.reduce((sum, { cells = 0 }) => sum + cells, 0)
      : new Set(section.refusals.map(({ row }) => row)).size
    // A sheet of totals counts its cells: as many in each row below the head.
    const isRead = isOfCells ? below > 0 && rowsRead % below === 0 : rowsRead === below
    return [
      rowsRead === rowsGood + rowsRefused + rowsSkipped ? '' : 'rows do not add up',
      height === 0 || isRead ? '' : `${below} rows below the head, ${rowsRead} read`,
      named === rowsSkipped ? '' : 'rows passed over without a name',
      told === rowsRefused ? '' : 'rows refused without a reason',
      rowsGood > 0 || section.records === 0 ? '' : 'records of no row',
    ].filter((fault) => fault !== '')
  })
}
