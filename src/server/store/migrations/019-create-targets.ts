import { createLedgerTable, type Migration } from './migration.ts'

/** What figures are held against, and what happened meanwhile. */
export const createTargets: Migration = {
  name: '019-create-targets',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'targets', {
      label: 'text',
      metric: 'text',
      partField: 'text',
      partValue: 'text',
      kind: 'text',
      step: 'text',
      low: 'text',
      high: 'text',
      unit: 'text',
      from: 'text',
      to: 'text',
      wording: 'text',
      source: 'text',
      remark: 'text',
    })
    await createLedgerTable(db, flavour, 'notes', {
      from: 'text',
      to: 'text',
      title: 'text',
      detail: 'text',
    })
    await createLedgerTable(db, flavour, 'protections', {
      name: 'text',
      from: 'text',
      to: 'text',
      duty: 'text',
      source: 'text',
      remark: 'text',
    })
  },
}
