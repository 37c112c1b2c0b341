import { createLedgerTable, type Migration } from './migration.ts'

export const createBudgetLines: Migration = {
  name: '009-create-budget-lines',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'budgetLines', {
      year: 'text',
      code: 'text',
      category: 'text',
      project: 'text',
      initial: 'whole',
      adjusted: 'whole',
      inPlace: 'whole',
      carriedOver: 'whole',
      fund: 'text',
      remark: 'text',
      budget: 'whole',
    }),
}
