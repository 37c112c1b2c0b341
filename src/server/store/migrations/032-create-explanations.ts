import { addColumns, createLedgerTable, type Migration } from './migration.ts'

/** What people found out about figures that differ, and whose growth a stated figure is. */
export const createExplanations: Migration = {
  name: '032-create-explanations',
  async up(db, flavour) {
    await addColumns(db, flavour, 'statedFigures', { growthOf: 'text' })
    await createLedgerTable(db, flavour, 'explanations', {
      label: 'text',
      state: 'text',
      note: 'text',
      pair: 'text',
    })
  },
}
