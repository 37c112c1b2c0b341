import type { LedgerId } from '#shared/ledgers/index.ts'
import { shownText, type GridLine } from './columns.ts'
import type { useGeometry } from './geometry.ts'
import { fittingWidth } from './widths.ts'

/** Rows above and below the view that a fitting width heeds, where they are here. */
const HEEDED = 200

/** Widths of columns as somebody chooses them, told to `keep`. */
export function useWidths(
  ledger: LedgerId,
  { columns, view, count }: ReturnType<typeof useGeometry>,
  lineAt: (at: number) => GridLine,
  keep: (widths: Readonly<Record<string, number>>) => void,
) {
  return {
    /** What stands left of it stays as it is seen, so that the edge goes with the pointer. */
    widen(field: string, width: number): void {
      const at = columns.value.findIndex(({ id }) => id === field)
      const before = columns.value.slice(0, at).filter(({ isChosen }) => !isChosen)
      const seen = Object.fromEntries(before.map((column) => [column.id, column.width]))
      keep({ ...seen, [field]: Math.round(width) })
    },
    /** Makes these columns, or all, as wide as what stands in them. */
    fit(...fields: readonly string[]): void {
      const [from, to] = [Math.max(0, view.value.first - HEEDED), view.value.last + HEEDED]
      const rows = Array.from({ length: Math.min(count(), to + 1) - from }, (_, i) => from + i)
      const meant = columns.value.filter(({ id }) => fields.length === 0 || fields.includes(id))
      const wide = meant.map((column) => {
        const texts = rows.map((row) => shownText(ledger, column, lineAt(row)))
        return [column.id, fittingWidth(column, texts)] as const
      })
      keep(Object.fromEntries(wide))
    },
  }
}
