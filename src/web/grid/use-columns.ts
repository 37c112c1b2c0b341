import * as z from 'zod/mini'
import { computed, ref } from 'vue'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { gridColumns, usualColumns } from './columns.ts'

const widthsSchema = z.record(z.string(), z.number())

/** The columns shown: which ones the address says, how wide this browser remembers. */
export function useColumns(ledger: LedgerId, chosen: () => string | undefined) {
  const name = `grid-widths:${ledger}`
  const widths = ref<Readonly<Record<string, number>>>(kept(name))
  const ids = computed(() => chosen()?.split(',') ?? usualColumns(ledger))

  return {
    columns: computed(() => gridColumns(ledger, ids.value, widths.value)),
    setWidth(field: string, width: number): void {
      widths.value = { ...widths.value, [field]: Math.round(width) }
      keep(name, widths.value)
    },
    /** The address's word for these columns; none for the usual ones. */
    wordFor(fields: readonly string[]): string | undefined {
      const usual = usualColumns(ledger).join(',')
      return fields.length === 0 || fields.join(',') === usual ? undefined : fields.join(',')
    },
  }
}

function kept(name: string): Record<string, number> {
  try {
    const found = widthsSchema.safeParse(JSON.parse(localStorage.getItem(name) ?? '{}'))
    return found.success ? found.data : {}
  } catch {
    return {}
  }
}

// A browser may refuse to keep anything; the widths then last as long as the page.
function keep(name: string, widths: Readonly<Record<string, number>>): void {
  try {
    localStorage.setItem(name, JSON.stringify(widths))
  } catch {
    // Nothing is lost but a width.
  }
}
