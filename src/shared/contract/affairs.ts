import * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

const openFindingSchema = z.object({
  id: z.string(),
  foundOn: z.string(),
  source: z.string(),
  finding: z.string(),
  owner: z.nullable(z.string()),
  dueOn: z.nullable(z.string()),
  /** When it was done after the day looked at; null where it still is not. */
  doneOn: z.nullable(z.string()),
  /** Days past its limit on the day looked at; 0 within it, null where no limit is written. */
  late: z.nullable(z.int()),
})

const findingsSchema = z.object({
  /** The day looked at: the period's last, or today. */
  at: z.string(),
  total: z.int(),
  late: z.int(),
  /** The first few: longest overdue, then by limit, those without one last. */
  list: z.array(openFindingSchema),
  /** Said to be done without a day: neither open nor done on any day. */
  undated: z.int(),
})

export const readAffairs = boardEndpoint('affairs', { findings: findingsSchema }, {})

export type AffairsAnswer = z.infer<typeof readAffairs.output>
export type OpenFindings = z.infer<typeof findingsSchema>
export type OpenFinding = z.infer<typeof openFindingSchema>
