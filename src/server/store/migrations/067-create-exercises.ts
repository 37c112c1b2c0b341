import { createLedgerTable, type Migration } from './migration.ts'

export const createExercises: Migration = {
  name: '067-create-exercises',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'exercises', {
      day: 'text',
      category: 'text',
      scenario: 'text',
      participants: 'whole',
      leader: 'text',
      result: 'text',
      problems: 'whole',
      problem: 'text',
      remedy: 'text',
      remark: 'text',
    })
  },
}
