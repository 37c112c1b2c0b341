import type { ImportSection } from '#shared/contract/imports.ts'
import { OWN_SOURCE } from '#shared/headlines/stated-words.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import type { Store } from '../store/store.ts'

interface Figure {
  readonly label?: Cell | undefined
  readonly periodFrom?: Cell | undefined
  readonly periodTo?: Cell | undefined
}

/** The sections of a draft; each cell of a sheet of totals with what the centre states there now. */
export async function sectionsWithBefore(
  store: Pick<Store, 'cells'>,
  sections: readonly ImportSection[],
): Promise<ImportSection[]> {
  if (sections.every(({ summary }) => summary === undefined)) return [...sections]
  const rows = await store.cells({
    ledger: 'statedFigures',
    fields: ['label', 'periodFrom', 'periodTo', 'value', 'unit', 'qualifier'],
    filters: [{ field: 'source', in: [OWN_SOURCE] }],
  })
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  return sections.map((section) => {
    const { summary } = section
    if (!summary) return section
    const cells = summary.cells.map((cell) => {
      const before = known.get(keyOf(cell))
      return before ? { ...cell, before: amountOf(before) } : cell
    })
    return { ...section, summary: { ...summary, cells } }
  })
}

const keyOf = ({ label, periodFrom, periodTo }: Figure): string =>
  [label, periodFrom, periodTo].join(' ')

const amountOf = ({ value, unit, qualifier }: Row) => ({
  value: String(value),
  unit: String(unit),
  qualifier: String(qualifier),
})
