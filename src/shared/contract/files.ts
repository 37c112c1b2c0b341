import type { FileEndpoint } from './define.ts'

/** Every file the API hands out, by name. */
export const FILES = {
  description: {
    path: '/openapi.json',
    summary: 'This contract as OpenAPI 3.1',
    right: 'signedIn',
    journal: null,
  },
  boardWorkbook: {
    path: '/boards/:board/figures.xlsx',
    summary: 'The figures of a page over a period as a workbook',
    right: 'export',
    journal: 'export',
  },
  boardText: {
    path: '/boards/:board/figures.csv',
    summary: 'The figures of a page over a period as CSV',
    right: 'export',
    journal: 'export',
  },
  periodWorkbook: {
    path: '/period.xlsx',
    summary: 'The figures of every page over a period in one workbook',
    right: 'export',
    journal: 'export',
  },
  deckSlides: {
    path: '/decks/:template/pptx',
    summary: 'The slides of a meeting as a presentation with native charts and tables',
    right: 'export',
    journal: 'export',
  },
  document: {
    path: '/documents/:kind/report.docx',
    summary: 'A report of a period, of a 定稿 or of now, as a Word file',
    right: { all: ['export', { see: 'every' }] },
    journal: 'export',
  },
  writtenReport: {
    path: '/reports/:id/file',
    summary: 'A report that was written to the folder',
    right: { all: ['export', { see: 'every' }] },
    journal: 'export',
  },
  recordsWorkbook: {
    path: '/ledgers/:ledger/records.xlsx',
    summary: 'The records that listRecords gives, all of them, as a workbook',
    right: { all: ['export', { see: 'ofParams' }] },
    journal: 'export',
  },
  ledgerTemplate: {
    path: '/ledgers/:ledger/template.xlsx',
    summary: 'An empty workbook to fill in and import',
    right: { see: 'ofParams' },
    journal: null,
  },
  attachedFile: {
    path: '/attachments/:id/file',
    summary: 'The bytes of an attachment',
    right: 'signedIn',
    journal: 'export',
  },
  batchFile: {
    path: '/batches/:batch/files/:hash',
    summary: 'A file that a batch came from, as it was given',
    right: 'export',
    journal: 'export',
  },
  batchRefusals: {
    path: '/batches/:batch/refused.csv',
    summary: 'The rows of its files that a batch refused',
    right: { write: 'some' },
    journal: 'export',
  },
  backupFile: {
    path: '/backups/:name/file',
    summary: 'A backup as a file',
    right: { all: ['settings', 'accounts', 'export', { identify: 'every' }] },
    proof: 'always',
    journal: 'backup',
  },
  journalText: {
    path: '/journal.csv',
    summary: 'The entries that readJournal gives, all of them, as CSV',
    right: { all: ['accounts', 'export'] },
    journal: 'export',
  },
} as const satisfies Readonly<Record<string, FileEndpoint>>
