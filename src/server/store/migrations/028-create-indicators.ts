import { addColumns, createLedgerTable, type Migration } from './migration.ts'

/** Pots of money, reasons and fund rows of the budget, and the indicators of its self-evaluation. */
export const createIndicators: Migration = {
  name: '028-create-indicators',
  async up(db, flavour) {
    await addColumns(db, flavour, 'budgetLines', {
      fiscal: 'whole',
      otherFunds: 'whole',
      approvedOn: 'text',
      adjustReason: 'text',
      deviationReason: 'text',
      available: 'whole',
    })
    await addColumns(db, flavour, 'payments', { pot: 'text', countedPot: 'text' })
    await createLedgerTable(db, flavour, 'indicators', {
      year: 'text',
      subject: 'text',
      project: 'text',
      level: 'text',
      second: 'text',
      name: 'text',
      sign: 'text',
      target: 'text',
      measureUnit: 'text',
      actual: 'text',
      weight: 'text',
      rule: 'text',
      steps: 'text',
      deduction: 'text',
      deductionStep: 'text',
      lowest: 'text',
      tier: 'text',
      statedScore: 'text',
      reason: 'text',
      evidence: 'text',
      sample: 'whole',
      isDropped: 'text',
    })
  },
}
