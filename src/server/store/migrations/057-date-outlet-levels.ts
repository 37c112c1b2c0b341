import { addColumns, type Migration } from './migration.ts'

/** Levels an outlet has from a day on, and whether a record's level was taken from there. */
export const dateOutletLevels: Migration = {
  name: '057-date-outlet-levels',
  async up(db, flavour) {
    await addColumns(db, flavour, 'outlets', { levels: 'text' })
    await addColumns(db, flavour, 'adoptions', { levelBy: 'text' })
    await addColumns(db, flavour, 'submissions', { levelBy: 'text' })
  },
}
