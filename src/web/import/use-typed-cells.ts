import { computed, inject, nextTick, ref, watch, type ComputedRef, type InjectionKey } from 'vue'
import type { Correction } from '#shared/contract/import-sections.ts'
import type { Refusal } from '#shared/contract/import-cells.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { CORRECTOR } from './import-corrections.ts'

/** A cell that could not be read, with its table. */
export type RefusedCell = Refusal & { readonly table: string }

/** Cells typed over in the preview and not read yet, of all files together. */
export interface TypedCells {
  readonly textOf: (cell: RefusedCell) => string
  readonly type: (cell: RefusedCell, text: string) => void
  readonly waiting: ComputedRef<number>
  /** Reads the files once more with all of them. */
  readonly send: () => void
}

export const TYPED_CELLS: InjectionKey<TypedCells> = Symbol('typed cells')

/** What is typed stays until it was read, also where columns are corrected in between. */
export function useTypedCells(sections: () => readonly ImportSection[]): TypedCells {
  const corrector = inject(CORRECTOR, null)
  const typed = ref<Record<string, Record<string, string>>>({})
  const waiting = computed(() =>
    Object.values(typed.value).reduce((sum, cells) => sum + Object.keys(cells).length, 0),
  )

  function keep(cell: RefusedCell, text: string): void {
    const cells = { ...typed.value[cell.table] }
    if (text === cell.value) delete cells[placeOf(cell)]
    else cells[placeOf(cell)] = text
    typed.value = { ...typed.value, [cell.table]: cells }
  }

  watch(sections, (now) => {
    const refused = now.flatMap(({ table, refusals }) =>
      refusals.map((cell) => ({ ...cell, table })),
    )
    void focusNext(now)
    const before = typed.value
    typed.value = {}
    for (const cell of refused) {
      const text = before[cell.table]?.[placeOf(cell)]
      if (text !== undefined) keep(cell, text)
    }
  })

  return {
    textOf: (cell) => typed.value[cell.table]?.[placeOf(cell)] ?? cell.value,
    type: keep,
    waiting,
    send() {
      const tables: Correction['tables'] = Object.entries(typed.value)
        .filter(([, cells]) => Object.keys(cells).length > 0)
        .map(([table, cells]) => ({ table, cells: { ...cells } }))
      if (tables.length > 0 && !corrector?.isBusy.value) corrector?.correct({ tables })
    },
  }
}

const placeOf = ({ row, column }: { row: number; column: string }): string => `${row} ${column}`

/** Once no column is asked for, the first bad cell takes the focus that went with the form answered. */
async function focusNext(sections: readonly ImportSection[]): Promise<void> {
  if (sections.some(({ missing }) => missing.length > 0)) return
  await nextTick()
  if (document.activeElement === document.body) takeInHand(mendable()[0])
}

/** The inputs of all bad cells of the page, from the top. */
export const mendable = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[data-mend]'),
]

/** To the middle of the window, so that the bar at its foot does not cover it; typing replaces. */
export function takeInHand(input: HTMLInputElement | undefined): void {
  input?.scrollIntoView({ block: 'center', inline: 'nearest' })
  input?.focus({ preventScroll: true })
  input?.select()
}
