import * as z from 'zod/mini'
import { CHECK_IDS, checkOf, SEVERITIES, type CheckId, type Severity } from '../checks/index.ts'

const severityNames = Object.keys(SEVERITIES).filter(isSeverity)

function isSeverity(text: string): text is Severity {
  return Object.hasOwn(SEVERITIES, text)
}

export const severitySchema = z.enum(severityNames)

/** Which automatic checks a centre has switched off, and whose severity it has set. */
export const checksSettingsSchema = z.object({
  off: z.array(z.enum(CHECK_IDS)),
  severities: z.array(z.object({ check: z.enum(CHECK_IDS), severity: severitySchema })),
})

export type ChecksSettings = z.infer<typeof checksSettingsSchema>

/** All are made, each as severe as its definition says. */
export const CHECKS_SETTINGS: ChecksSettings = { off: [], severities: [] }

/** How severe a check's findings are to this centre. */
export const severityOf = (check: CheckId, { severities }: ChecksSettings): Severity =>
  severities.find((set) => set.check === check)?.severity ?? checkOf(check).severity
