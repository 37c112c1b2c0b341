import { createLedgerTable, type Migration } from './migration.ts'

export const createPieces: Migration = {
  name: '002-create-pieces',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'pieces', {
      code: 'text',
      day: 'text',
      title: 'text',
      platform: 'text',
      form: 'text',
      origin: 'text',
      column: 'text',
      author: 'text',
      department: 'text',
      firstReviewer: 'text',
      secondReviewer: 'text',
      finalReviewer: 'text',
      reads: 'whole',
      likes: 'whole',
      comments: 'whole',
      shares: 'whole',
      link: 'text',
      remark: 'text',
    }),
}
