import * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'
import { disagreementSchema } from './reconcile.ts'

export const openAlertSchema = z.object({
  id: z.string(),
  level: z.nullable(z.string()),
  title: z.string(),
  platform: z.string(),
  township: z.string(),
  alertedAt: z.string(),
  closedAt: z.nullable(z.string()),
  /** Seconds open at the period's end, or now while it runs. */
  openSeconds: z.nullable(z.int()),
  isLate: z.boolean(),
})

export type OpenAlert = z.infer<typeof openAlertSchema>

export const readOverview = boardEndpoint(
  'overview',
  {
    openAlerts: z.array(openAlertSchema),
    safetyDays: z.array(
      z.object({ day: z.string(), checks: z.int(), dangers: z.int(), faults: z.int() }),
    ),
    /** Months of `safetyDays` that the ledgers cover. */
    safetyMonths: z.array(z.string()),
    disagreements: z.array(disagreementSchema),
  },
  {},
)

export type OverviewAnswer = z.infer<typeof readOverview.output>
