import { createLedgerTable, type Migration } from './migration.ts'

export const createRectifications: Migration = {
  name: '062-create-rectifications',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'rectifications', {
      code: 'text',
      foundOn: 'text',
      source: 'text',
      finding: 'text',
      measure: 'text',
      owner: 'text',
      department: 'text',
      dueOn: 'text',
      doneOn: 'text',
      state: 'text',
      outcome: 'text',
      closure: 'text',
      lateOn: 'text',
      caughtUpOn: 'text',
    })
  },
}
