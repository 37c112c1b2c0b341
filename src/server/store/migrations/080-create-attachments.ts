import { addColumns, createLedgerTable, type Migration } from './migration.ts'

/** Attachments of records, and how many each adoption has. */
export const createAttachments: Migration = {
  name: '080-create-attachments',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'attachments', {
      ledger: 'text',
      record: 'text',
      name: 'text',
      kind: 'text',
      size: 'whole',
      hash: 'text',
      link: 'text',
    })
    await db.schema
      .createIndex('attachmentsRecord')
      .on('attachments')
      .columns(['ledger', 'record'])
      .execute()
    await addColumns(db, flavour, 'adoptions', { attached: 'whole' })
  },
}
