import { accountFigures } from './account-figures.ts'
import { acknowledgements } from './acknowledgements.ts'
import { adoptions } from './adoptions.ts'
import { alerts } from './alerts.ts'
import { attachments } from './attachments.ts'
import { belated } from './belated.ts'
import { budgetLines } from './budget-lines.ts'
import { checks } from './checks.ts'
import { closings } from './closings.ts'
import { decks } from './decks.ts'
import type { Ledger } from './define.ts'
import { freezes } from './freezes.ts'
import { explanations } from './explanations.ts'
import { faults } from './faults.ts'
import { departments, outlets, people, platforms, projects, topics, townships } from './lists.ts'
import { indicators } from './indicators.ts'
import { maintenance } from './maintenance.ts'
import { mappings } from './mappings.ts'
import { monitoring } from './monitoring.ts'
import { payments } from './payments.ts'
import { petitions } from './petitions.ts'
import { pieces } from './pieces.ts'
import { statedFigures } from './stated-figures.ts'
import { meetings } from './meetings.ts'
import { honours } from './honours.ts'
import { rectifications } from './rectifications.ts'
import { aid } from './aid.ts'
import { liveStreams } from './live-streams.ts'
import { exercises } from './exercises.ts'
import { duties } from './duties.ts'
import { staffing } from './staffing.ts'
import { campaigns } from './campaigns.ts'
import { reportTexts } from './report-texts.ts'
import { reviews } from './reviews.ts'
import { submissions } from './submissions.ts'
import { notes, protections, targets } from './targets.ts'
import { views } from './views.ts'
import { writtenReports } from './written-reports.ts'

/** Every ledger and reference list of the desk, in menu order. */
export const LEDGERS = {
  pieces,
  adoptions,
  submissions,
  monitoring,
  alerts,
  petitions,
  checks,
  faults,
  maintenance,
  budgetLines,
  payments,
  indicators,
  accountFigures,
  meetings,
  honours,
  rectifications,
  aid,
  liveStreams,
  exercises,
  duties,
  statedFigures,
  platforms,
  outlets,
  departments,
  people,
  townships,
  projects,
  topics,
  staffing,
  campaigns,
  targets,
  protections,
  notes,
  explanations,
  acknowledgements,
  attachments,
  mappings,
  views,
  freezes,
  decks,
  reportTexts,
  writtenReports,
  closings,
  belated,
  reviews,
} as const

export type LedgerId = keyof typeof LEDGERS

export const LEDGER_IDS = Object.keys(LEDGERS).filter(isLedgerId)

export function isLedgerId(text: string): text is LedgerId {
  return Object.hasOwn(LEDGERS, text)
}

/** The definition by id, in its general shape. */
export function ledgerOf(id: LedgerId): Ledger {
  return LEDGERS[id]
}
