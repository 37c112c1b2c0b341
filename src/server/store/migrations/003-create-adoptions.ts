import { createLedgerTable, type Migration } from './migration.ts'

export const createAdoptions: Migration = {
  name: '003-create-adoptions',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'adoptions', {
      code: 'text',
      day: 'text',
      work: 'text',
      title: 'text',
      outlet: 'text',
      level: 'text',
      levelWord: 'text',
      medium: 'text',
      position: 'text',
      form: 'text',
      author: 'text',
      department: 'text',
      link: 'text',
      remark: 'text',
    }),
}
