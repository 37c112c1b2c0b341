import * as z from 'zod/mini'
import { computed, shallowRef, type ShallowRef } from 'vue'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { gridColumns, usualColumns } from './columns.ts'

const widthsSchema = z.record(z.string(), z.number())
const layoutSchema = z.object({
  /** Columns that stay at the left. */
  kept: z.int().check(z.minimum(0)),
  /** The columns last chosen, as the address says them; none for the usual ones. */
  cols: z.optional(z.string()),
})

/**
 * The columns shown: which ones the address says, how wide and how many of them stay at the left this
 * browser remembers.
 */
export function useColumns(
  ledger: LedgerId,
  chosen: () => string | undefined,
  ask: (cols: string | undefined) => void,
) {
  const [widths, keepWidths] = kept(`grid-widths:${ledger}`, widthsSchema, {})
  const [layout, keepLayout] = kept(`grid-layout:${ledger}`, layoutSchema, { kept: 1 })
  const ids = computed(() => chosen()?.split(',') ?? usualColumns(ledger))

  /** The address's word for these columns; none for the usual ones. */
  function wordFor(fields: readonly string[]): string | undefined {
    const usual = usualColumns(ledger).join(',')
    return fields.length === 0 || fields.join(',') === usual ? undefined : fields.join(',')
  }

  // The address stays the one that says it, for views, files and whoever is sent it.
  if (chosen() === undefined && layout.value.cols !== undefined) ask(layout.value.cols)

  return {
    columns: computed(() => gridColumns(ledger, ids.value, widths.value)),
    hasWidths: computed(() => Object.keys(widths.value).length > 0),
    kept: computed(() => layout.value.kept),
    keep: (count: number): void => keepLayout({ ...layout.value, kept: count }),
    setWidths: (wide: Readonly<Record<string, number>>): void =>
      keepWidths({ ...widths.value, ...wide }),
    dropWidths: (): void => keepWidths({}),
    choose(fields: readonly string[]): void {
      const cols = wordFor(fields)
      keepLayout({ kept: layout.value.kept, ...(cols !== undefined && { cols }) })
      ask(cols)
    },
  }
}

/** What the browser keeps under a name. It may refuse to: then it lasts as long as the page. */
function kept<T>(
  name: string,
  schema: z.ZodMiniType<T>,
  usual: T,
): readonly [ShallowRef<T>, (next: T) => void] {
  const value = shallowRef<T>(usual)
  try {
    const found = schema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'))
    if (found.success) value.value = found.data
  } catch {
    // As if nothing had been kept.
  }
  return [
    value,
    (next) => {
      value.value = next
      try {
        localStorage.setItem(name, JSON.stringify(next))
      } catch {
        // Nothing is lost but how it looks.
      }
    },
  ]
}
