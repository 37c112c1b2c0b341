import { createLedgerTable, type Migration } from './migration.ts'

export const createPayments: Migration = {
  name: '010-create-payments',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'payments', {
      paidOn: 'text',
      category: 'text',
      project: 'text',
      amount: 'whole',
      voucher: 'text',
      payee: 'text',
      summary: 'text',
    }),
}
