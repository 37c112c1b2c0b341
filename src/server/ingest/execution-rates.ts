import { ledgerOf } from '#shared/ledgers/index.ts'
import { plainText, shownText } from './cells.ts'
import type { Checked } from './check.ts'
import { normaliseCell } from './normalise.ts'
import { cellContext } from './read-columns.ts'
import type { Reader } from './row-reader.ts'
import { paidIn } from './running-months.ts'
import type { Note } from './section-notes.ts'

/**
 * Compares a printed 执行率 with the row's months over its budget, to the decimals
 * printed. `reader` reads the months; the budget stands on the same sheet.
 */
export function executionRateNotes(reader: Reader, checked: Checked): Note[] {
  const printed = reader.plan.columns.find(
    ({ how, column }) => how === 'total' && /[率度]$/.test(column.text),
  )
  const months = reader.plan.columns.filter(({ how }) => how === 'months')
  if (!printed || months.length === 0) return []
  const rates = checked.accepted.flatMap(({ at, numbers }) => {
    const budget = budgetAt(reader, at)
    const text = plainText(shownText(reader.sheet.cells[at]?.[printed.column.index]))
    const [, said, places = ''] = /^(\d+(?:\.(\d+))?)%$/.exec(text) ?? []
    if (budget === null || budget === 0 || said === undefined) return []
    const paid = paidIn(months, numbers)
    const rate = (paid * 100) / budget
    return [
      {
        at,
        text,
        rate,
        agrees: Math.abs(rate - Number(said)) <= 0.5 * 10 ** -places.length + 1e-9,
      },
    ]
  })
  const right = rates.filter(({ agrees }) => agrees).length
  const wrong = rates.filter(({ agrees }) => !agrees)
  return [
    ...(right > 0
      ? [
          {
            level: 'info' as const,
            text: `${printed.column.text}有 ${right} 行与“各月之和 ÷ 预算”一致`,
          },
        ]
      : []),
    ...wrong.map(({ at, text, rate }) => ({
      level: 'warn' as const,
      text: `第 ${at + 1} 行${printed.column.text}写的是 ${text}，各月之和 ÷ 预算是 ${rate.toFixed(2)}%`,
    })),
  ]
}

/** The row's budget in 分, adjusted before initial; null when the sheet has none. */
function budgetAt(reader: Reader, at: number): number | null {
  const columns = reader.found.plans.find(({ ledger }) => ledger === 'budgetLines')?.columns ?? []
  for (const id of ['adjusted', 'initial']) {
    const mapped = columns.find(({ field }) => field === id)
    const field = ledgerOf('budgetLines').fields[id]
    if (!mapped || !field) continue
    const cell = reader.sheet.cells[at]?.[mapped.column.index] ?? null
    const reading = normaliseCell(field, cell, cellContext(reader, field.kind, mapped.unit))
    if (reading.ok && typeof reading.value === 'number') return reading.value
  }
  return null
}
