import * as z from 'zod/mini'

/** What a centre sets for itself on attachments. */
export const evidenceSettingsSchema = z.object({
  /** Largest file in MB. */
  largestMegabytes: z.int().check(z.gte(1), z.lte(50)),
  /** Most attachments of one record. */
  mostPerRecord: z.int().check(z.gte(1), z.lte(100)),
})

export type EvidenceSettings = z.infer<typeof evidenceSettingsSchema>

/** A scanned page at 300 dpi stays under 10 MB. */
export const EVIDENCE_SETTINGS: EvidenceSettings = { largestMegabytes: 10, mostPerRecord: 20 }
