import { expect, it } from 'vitest'
import { isEntered } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { gridColumns, isTyped } from '#web/grid/columns.ts'

const editable = (ledger: (typeof LEDGER_IDS)[number]): string[] =>
  gridColumns(ledger, Object.keys(ledgerOf(ledger).fields))
    .filter(({ canEdit }) => canEdit)
    .map(({ id }) => id)

it('what the desk itself keeps is typed into nowhere', () => {
  const kept = LEDGER_IDS.filter((ledger) => ledgerOf(ledger).kind === 'desk')
  expect(kept).toContain('closings')
  for (const ledger of kept)
    expect([ledger, isTyped(ledger), editable(ledger)]).toEqual([ledger, false, []])
  expect(editable('adoptions')).not.toContain('levelBy')
  expect(editable('adoptions')).not.toContain('attached')
})

it('every other ledger is typed into in each field that people fill in, stated figures in their form', () => {
  const others = LEDGER_IDS.filter((ledger) => ledgerOf(ledger).kind !== 'desk')
  for (const ledger of others.filter((each) => each !== 'statedFigures')) {
    const entered = Object.entries(ledgerOf(ledger).fields).flatMap(([id, field]) =>
      isEntered(field) ? [id] : [],
    )
    expect([ledger, ...editable(ledger)]).toEqual([ledger, ...entered])
  }
  expect(isTyped('statedFigures')).toBe(false)
})
