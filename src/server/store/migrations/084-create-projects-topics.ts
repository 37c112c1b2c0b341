import { createLedgerTable, type Migration } from './migration.ts'

const NAMED = {
  name: 'text',
  aliases: 'text',
  validFrom: 'text',
  validTo: 'text',
  remark: 'text',
} as const

/** Names of budget projects and of what alerts are about, with their 又名. */
export const createProjectsTopics: Migration = {
  name: '084-create-projects-topics',
  async up(db, flavour) {
    await createLedgerTable(db, flavour, 'projects', NAMED)
    await createLedgerTable(db, flavour, 'topics', NAMED)
  },
}
