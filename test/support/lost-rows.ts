import type { ImportSection } from '#shared/contract/imports.ts'

/** What is wrong: every row below the head is good, refused or passed over by a name. */
export function lostIn(sections: readonly ImportSection[], height: number | null): string[] {
  return sections.flatMap((section) => {
    const { rowsRead, rowsGood, rowsRefused, rowsSkipped, skips, headRows } = section
    const below = height === null ? rowsRead : height - (headRows.at(-1) ?? 0)
    const named = skips.reduce((sum, { count }) => sum + count, 0)
    const told = new Set(section.refusals.map(({ row }) => row)).size
    return [
      rowsRead === rowsGood + rowsRefused + rowsSkipped ? '' : 'rows do not add up',
      height === 0 || rowsRead === below ? '' : `${below} rows below the head, ${rowsRead} read`,
      named === rowsSkipped ? '' : 'rows passed over without a name',
      told === rowsRefused ? '' : 'rows refused without a reason',
      rowsGood > 0 || section.records === 0 ? '' : 'records of no row',
    ].filter((fault) => fault !== '')
  })
}
