import type { Flavour, Migrating, Migration } from './migration.ts'

/** What stands beside the ledgers: batches and their coverage, history, kept sums, settings, drafts, files. */
export const createCore: Migration = {
  name: '001-create-core',
  async up(db, flavour) {
    await createBatches(db, flavour)
    await createHistory(db, flavour)
    await createSums(db, flavour)
    await createTheRest(db, flavour)
  },
}

async function createBatches(db: Migrating, { table }: Flavour): Promise<void> {
  await db.schema
    .createTable('batches')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('takenBackAt', 'text')
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('notes', 'text', (column) => column.notNull())
    .modifyEnd(table)
    .execute()
  await db.schema
    .createTable('coverage')
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('from', 'text', (column) => column.notNull())
    .addColumn('to', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull().references('batches.id'))
    .modifyEnd(table)
    .execute()
}

async function createHistory(db: Migrating, { table }: Flavour): Promise<void> {
  await db.schema
    .createTable('history')
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .modifyEnd(table)
    .execute()
  await db.schema.createIndex('historyRecord').on('history').columns(['ledger', 'record']).execute()
  await db.schema.createIndex('historyBatch').on('history').columns(['batch', 'ledger']).execute()
}

async function createSums(db: Migrating, { clustered, whole }: Flavour): Promise<void> {
  await db.schema
    .createTable('sums')
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('cut', 'text', (column) => column.notNull())
    .addColumn('grain', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('values', 'text', (column) => column.notNull())
    .addColumn('sum', whole, (column) => column.notNull())
    .addColumn('records', 'integer', (column) => column.notNull())
    .addColumn('blank', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('sumsKey', ['ledger', 'measure', 'cut', 'grain', 'at', 'values'])
    .modifyEnd(clustered)
    .execute()
}

async function createTheRest(db: Migrating, { table, bytes }: Flavour): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .modifyEnd(table)
    .execute()
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .modifyEnd(table)
    .execute()
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('prepared', 'text', (column) => column.notNull())
    .modifyEnd(table)
    .execute()
  await db.schema
    .createTable('files')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .modifyEnd(table)
    .execute()
}
