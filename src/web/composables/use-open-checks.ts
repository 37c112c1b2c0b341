import { useQuery } from '@pinia/colada'
import { openChecksQuery } from '../queries/checks.ts'

/** How many findings wait, and what the last write opened. */
export const useOpenChecks = () => useQuery(openChecksQuery)
