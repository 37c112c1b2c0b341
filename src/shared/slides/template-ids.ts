import type { Period } from '../time/period.ts'

/** Which meeting a deck is for; each starts from slides of its own. */
export const TEMPLATE_IDS = ['monthly', 'quarterly', 'half', 'annual'] as const
export type TemplateId = (typeof TEMPLATE_IDS)[number]

/** The meeting that a kind of period is shown to; none for a span of one's own choice. */
export const TEMPLATE_FOR: Readonly<Record<Period['kind'], TemplateId | null>> = {
  month: 'monthly',
  quarter: 'quarterly',
  half: 'half',
  year: 'annual',
  range: null,
}
