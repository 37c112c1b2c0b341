import { useQuery } from '@pinia/colada'
import { useRoute } from 'vue-router'
import { openChecksQuery } from '../queries/checks.ts'

/** Findings are asked for where data are written, not beside a page of figures. */
const ABOUT_DATA: ReadonlySet<string> = new Set([
  'ledgers',
  'ledger',
  'entry',
  'import',
  'lists',
  'history',
])

export const isAboutData = (page: unknown): boolean => ABOUT_DATA.has(String(page))

/** How many findings wait, and what the last write opened. */
export function useOpenChecks() {
  const route = useRoute()
  return useQuery(() => ({ ...openChecksQuery, enabled: isAboutData(route.name) }))
}
