import type { Migration } from './migration.ts'

/** Every act by hand is a batch: after some years there are a hundred thousand, and few are asked for. */
export const findBatches: Migration = {
  name: '089-find-batches',
  async up(db) {
    const index = (name: string) => db.schema.createIndex(name).on('batches')
    await index('batchesAt').column('at').execute()
    await index('batchesTakenBack').column('takenBackAt').execute()
    await index('batchesKind').columns(['kind', 'at']).execute()
  },
}
