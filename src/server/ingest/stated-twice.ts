import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import type { SummaryCell } from '#shared/contract/import-cells.ts'
import { warn } from './section-notes.ts'
import type { PreparedSection } from './sections.ts'

/** How many cells a note names. */
const NAMED = 5

/**
 * Sections with a warning where a sheet of totals states another value than one before it of the very
 * same figure: loaded together, the later one holds.
 */
export function statedTwice(sections: readonly PreparedSection[]): PreparedSection[] {
  const known = new Map<string, { readonly cell: SummaryCell; readonly where: string }>()
  return sections.map((prepared) => {
    const { section } = prepared
    const where = `${section.file} ${section.sheet}`
    const differing = (section.summary?.cells ?? []).flatMap((cell) => {
      const key = `${cell.label} ${cell.periodFrom} ${cell.periodTo}`
      const before = known.get(key)
      known.set(key, { cell, where })
      const isSame = !before || before.cell.value === cell.value
      return isSame
        ? []
        : [`${cell.place}（${before.where} ${before.cell.place} 写的是 ${before.cell.written}）`]
    })
    if (differing.length === 0) return prepared
    const { message } = DIAGNOSTICS.IMPORT_FIGURE_TWICE
    const more = differing.length > NAMED ? '等' : ''
    const text = `${message}，两张表不同，一起导入时以这张表为准：${differing.slice(0, NAMED).join('、')}${more}`
    const note = { ...warn(text), code: 'IMPORT_FIGURE_TWICE' }
    return { ...prepared, section: { ...section, notes: [...section.notes, note] } }
  })
}
