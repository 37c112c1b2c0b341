import { EXAMPLE_ACKNOWLEDGEMENTS } from './acknowledgements.data.ts'
import type { Settings } from '#shared/contract/settings.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import {
  EXAMPLE_AID,
  EXAMPLE_CAMPAIGNS,
  EXAMPLE_EXERCISES,
  EXAMPLE_HONOURS,
  EXAMPLE_LIVE_STREAMS,
  EXAMPLE_RECTIFICATIONS,
} from './activities.data.ts'
import { exampleAccountFigures } from './accounts.ts'
import { exampleAdoptions } from './adoptions.ts'
import { exampleSubmissions, SUBMISSIONS_KEPT } from './submissions.ts'
import { exampleAlerts } from './alerts.ts'
import { exampleBudgetLines, examplePayments } from './budget.ts'
import { exampleChecks } from './checks.ts'
import { DUTIES_KEPT, exampleDuties } from './duties.ts'
import { EXAMPLE_EXPLANATIONS } from './explanations.data.ts'
import { exampleFaults } from './faults.ts'
import { EXAMPLE_INDICATORS } from './indicators.data.ts'
import {
  exampleDepartments,
  exampleOutlets,
  examplePeople,
  examplePlatforms,
  exampleNames,
  exampleTownships,
} from './lists.ts'
import { EXAMPLE_NOTES, EXAMPLE_PROTECTIONS, EXAMPLE_TARGETS } from './marks.data.ts'
import { exampleMaintenance } from './maintenance.ts'
import { exampleMeetings } from './meetings.ts'
import { exampleMonitoring } from './monitoring.ts'
import { examplePetitions } from './petitions.ts'
import { examplePieces } from './pieces.ts'
import { EXAMPLE_SETTINGS } from './settings.ts'
import { exampleStaffing } from './staffing.ts'
import { exampleStatedFigures } from './stated.ts'

export interface ExampleCentre {
  readonly settings: Settings
  /** Entered cells only; derived ones are computed by the store. */
  readonly ledgers: Readonly<Record<LedgerId, readonly Row[]>>
  /** Days the counted ledgers are whole for. */
  readonly coverage: readonly { readonly ledger: LedgerId; readonly from: Day; readonly to: Day }[]
}

/**
 * The example centre: 2023 and 2024, the same rows at every call. The totals of 2024 are those of
 * the 2024 report; the months, and all of 2023 but its 1,048 adoptions, are invented.
 */
export function exampleCentre(): ExampleCentre {
  const pieces = examplePieces()
  const alerts = exampleAlerts()
  const budgetLines = exampleBudgetLines()
  const adoptions = exampleAdoptions(pieces)
  return {
    settings: EXAMPLE_SETTINGS,
    coverage: [
      ...LEDGER_IDS.filter(isCounted).map((ledger) => ({ ledger, ...TWO_YEARS })),
      ...DUTIES_KEPT.map((days) => ({ ledger: 'duties' as const, ...days })),
      { ledger: 'submissions', ...SUBMISSIONS_KEPT },
    ],
    ledgers: {
      pieces,
      adoptions,
      submissions: exampleSubmissions(pieces, adoptions),
      monitoring: exampleMonitoring(alerts),
      alerts,
      petitions: examplePetitions(),
      checks: exampleChecks(),
      faults: exampleFaults(),
      maintenance: exampleMaintenance(),
      budgetLines,
      payments: examplePayments(),
      indicators: EXAMPLE_INDICATORS,
      accountFigures: exampleAccountFigures(pieces),
      meetings: exampleMeetings(),
      honours: EXAMPLE_HONOURS,
      rectifications: EXAMPLE_RECTIFICATIONS,
      aid: EXAMPLE_AID,
      liveStreams: EXAMPLE_LIVE_STREAMS,
      exercises: EXAMPLE_EXERCISES,
      duties: exampleDuties(),
      statedFigures: exampleStatedFigures(),
      platforms: examplePlatforms(),
      outlets: exampleOutlets(),
      departments: exampleDepartments(),
      people: examplePeople(),
      townships: exampleTownships(),
      projects: exampleNames([...budgetLines, ...EXAMPLE_INDICATORS], 'project'),
      topics: exampleNames(alerts, 'topic'),
      staffing: exampleStaffing(),
      campaigns: EXAMPLE_CAMPAIGNS,
      targets: EXAMPLE_TARGETS,
      protections: EXAMPLE_PROTECTIONS,
      notes: EXAMPLE_NOTES,
      explanations: EXAMPLE_EXPLANATIONS,
      attachments: [],
      views: [],
      mappings: [],
      freezes: [],
      decks: [],
      reportTexts: [],
      writtenReports: [],
      closings: [],
      belated: [],
      reviews: [],
      acknowledgements: EXAMPLE_ACKNOWLEDGEMENTS,
    },
  }
}

const TWO_YEARS = { from: '2023-01-01', to: '2024-12-31' } as const

/** Ledgers that speak for no days, or for those said above alone. */
const PARTLY_KEPT: readonly LedgerId[] = ['statedFigures', 'submissions', 'duties']

const isCounted = (ledger: LedgerId): boolean =>
  ledgerOf(ledger).kind === 'book' && !PARTLY_KEPT.includes(ledger)
