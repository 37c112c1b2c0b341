import { defineQueryOptions } from '@pinia/colada'
import { checkJournal, readJournal, type JournalQuery } from '#shared/contract/journal.ts'
import { call } from '../api/client.ts'

export const journalQuery = defineQueryOptions((asked: JournalQuery) => ({
  key: ['journal', 'entries', JSON.stringify(asked)],
  query: ({ signal }) => call(readJournal, { query: asked, signal }),
}))

export const journalCheckQuery = defineQueryOptions({
  key: ['journal', 'check'],
  query: ({ signal }) => call(checkJournal, { signal }),
})
