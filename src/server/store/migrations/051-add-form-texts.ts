import { addColumns, type Migration } from './migration.ts'

/** What a project's self-evaluation form says in words. */
export const addFormTexts: Migration = {
  name: '051-add-form-texts',
  async up(db, flavour) {
    await addColumns(db, flavour, 'budgetLines', {
      goal: 'text',
      goalDone: 'text',
      conclusion: 'text',
      problems: 'text',
      improvements: 'text',
    })
  },
}
