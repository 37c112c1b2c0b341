import { addColumns, type Migration } from './migration.ts'

/** What alerts are grouped by: how long they took, and the matter they are about. */
export const groupAlerts: Migration = {
  name: '026-group-alerts',
  up: (db, flavour) => addColumns(db, flavour, 'alerts', { handlingSpan: 'text', matter: 'text' }),
}
