import { sql, type QueryExecutorProvider, type RawBuilder, type SchemaModule } from 'kysely'

/** What databases call differently. */
export interface Flavour {
  readonly bytes: 'blob' | 'bytea'
  /** Holds 2^53. */
  readonly whole: 'integer' | 'bigint'
  /** Ends a table's definition. */
  readonly table: RawBuilder<unknown>
  /** Ends the definition of a table kept in the order of its primary key. */
  readonly clustered: RawBuilder<unknown>
}

/** The database as a migration sees it: no tables are known, since they change under it. */
export type Migrating = QueryExecutorProvider & { readonly schema: SchemaModule }

/** One step of the schema. Written by hand and never edited once released: history does not change. */
export interface Migration {
  readonly name: string
  up(db: Migrating, flavour: Flavour): Promise<void>
}

/**
 * Creates a ledger's table: its own columns and those the store keeps beside them. Frozen as the
 * migrations are; a further system column comes by a migration of its own.
 */
export async function createLedgerTable(
  db: Migrating,
  flavour: Flavour,
  table: string,
  columns: Readonly<Record<string, 'text' | 'whole'>>,
): Promise<void> {
  let create = db.schema
    .createTable(table)
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('identity', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull().references('batches.id'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('createdBy', 'text', (column) => column.notNull())
    .addColumn('changedAt', 'text')
    .addColumn('changedBy', 'text')
    .addColumn('removedAt', 'text')
  for (const [column, type] of Object.entries(columns)) {
    create = create.addColumn(column, type === 'whole' ? flavour.whole : 'text')
  }
  await create.modifyEnd(flavour.table).execute()
  await db.schema
    .createIndex(`${table}Identity`)
    .unique()
    .on(table)
    .column('identity')
    .where(sql.ref('removedAt'), 'is', null)
    .execute()
  await db.schema.createIndex(`${table}Batch`).on(table).column('batch').execute()
}

/** Adds columns to a ledger's table; rows that are there leave them empty. */
export async function addColumns(
  db: Migrating,
  flavour: Flavour,
  table: string,
  columns: Readonly<Record<string, 'text' | 'whole'>>,
): Promise<void> {
  for (const [column, type] of Object.entries(columns)) {
    const kind = type === 'whole' ? flavour.whole : 'text'
    await db.schema.alterTable(table).addColumn(column, kind).execute()
  }
}
