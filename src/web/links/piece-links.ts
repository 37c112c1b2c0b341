import type { RouteLocationRaw } from 'vue-router'
import type { Period } from '#shared/time/period.ts'

/** The list of a period's pieces whose fields hold these codes or words; '' is an empty cell. */
export const pieceRecords = (
  { key }: Period,
  wheres: Readonly<Record<string, string>>,
): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger: 'pieces' },
  query: {
    p: key,
    measure: 'records',
    where: Object.entries(wheres)
      .map(([field, value]) => `${field}:${encodeURIComponent(value)}`)
      .join(','),
  },
})

/** One piece, open beside the list. */
export const pieceRecord = (id: string): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger: 'pieces' },
  query: { record: id },
})
