import { createLedgerTable, type Migration } from './migration.ts'

export const createStatedFigures: Migration = {
  name: '012-create-stated-figures',
  up: (db, flavour) =>
    createLedgerTable(db, flavour, 'statedFigures', {
      code: 'text',
      label: 'text',
      area: 'text',
      value: 'text',
      unit: 'text',
      qualifier: 'text',
      wording: 'text',
      level: 'text',
      levelWord: 'text',
      periodFrom: 'text',
      periodTo: 'text',
      periodWord: 'text',
      source: 'text',
      metric: 'text',
      partField: 'text',
      partValue: 'text',
      partOf: 'text',
      base: 'text',
      weight: 'text',
      paid: 'text',
      project: 'text',
      campaign: 'text',
      aliases: 'text',
      targetKind: 'text',
      note: 'text',
    }),
}
