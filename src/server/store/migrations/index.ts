import { createCore } from './001-create-core.ts'
import { createPieces } from './002-create-pieces.ts'
import { createAdoptions } from './003-create-adoptions.ts'
import { createMonitoring } from './004-create-monitoring.ts'
import { createAlerts } from './005-create-alerts.ts'
import { createPetitions } from './006-create-petitions.ts'
import { createChecks } from './007-create-checks.ts'
import { createFaults } from './008-create-faults.ts'
import { createBudgetLines } from './009-create-budget-lines.ts'
import { createPayments } from './010-create-payments.ts'
import { createAccountFigures } from './011-create-account-figures.ts'
import { createStatedFigures } from './012-create-stated-figures.ts'
import { createPlatforms } from './013-create-platforms.ts'
import { createOutlets } from './014-create-outlets.ts'
import { createDepartments } from './015-create-departments.ts'
import { createPeople } from './016-create-people.ts'
import { createTownships } from './017-create-townships.ts'
import { indexDays } from './018-index-days.ts'
import { createTargets } from './019-create-targets.ts'
import { addPieceReviews } from './020-add-piece-reviews.ts'
import { addAdoptionEvidence } from './021-add-adoption-evidence.ts'
import { timeAlerts } from './022-time-alerts.ts'
import { followDangers } from './023-follow-dangers.ts'
import { groupAlerts } from './026-group-alerts.ts'
import { createIndicators } from './028-create-indicators.ts'
import { createDefinitions } from './030-create-definitions.ts'
import { createExplanations } from './032-create-explanations.ts'
import { addPieceReviewSpans } from './034-add-piece-review-spans.ts'
import { createViews } from './040-create-views.ts'
import { createClosings } from './045-create-closings.ts'
import { createReviews } from './046-create-reviews.ts'
import { createAcknowledgements } from './050-create-acknowledgements.ts'
import { addFormTexts } from './051-add-form-texts.ts'
import { dateOutletLevels } from './057-date-outlet-levels.ts'
import { createMeetings } from './060-create-meetings.ts'
import { createHonours } from './061-create-honours.ts'
import { createRectifications } from './062-create-rectifications.ts'
import { createAid } from './063-create-aid.ts'
import { createStaffing } from './064-create-staffing.ts'
import { createCampaigns } from './065-create-campaigns.ts'
import { createLiveStreams } from './066-create-live-streams.ts'
import { createExercises } from './067-create-exercises.ts'
import { createDuties } from './068-create-duties.ts'
import { createMappings } from './070-create-mappings.ts'
import { addPlatformFigures } from './071-add-platform-figures.ts'
import { createImportParts } from './075-create-import-parts.ts'
import { createConfirmations } from './076-create-confirmations.ts'
import { createAttachments } from './080-create-attachments.ts'
import { indexHistory } from './081-index-history.ts'
import { createFreezes } from './082-create-freezes.ts'
import { createDecks } from './083-create-decks.ts'
import { createProjectsTopics } from './084-create-projects-topics.ts'
import { noteCellsHeld } from './085-note-cells-held.ts'
import { createReportTexts } from './086-create-report-texts.ts'
import { createWrittenReports } from './088-create-written-reports.ts'
import { findBatches } from './089-find-batches.ts'
import { countBatches } from './090-count-batches.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in the order they are taken. */
export const MIGRATIONS: readonly Migration[] = [
  createCore,
  createPieces,
  createAdoptions,
  createMonitoring,
  createAlerts,
  createPetitions,
  createChecks,
  createFaults,
  createBudgetLines,
  createPayments,
  createAccountFigures,
  createStatedFigures,
  createPlatforms,
  createOutlets,
  createDepartments,
  createPeople,
  createTownships,
  indexDays,
  createTargets,
  addPieceReviews,
  addAdoptionEvidence,
  timeAlerts,
  followDangers,
  groupAlerts,
  createIndicators,
  createDefinitions,
  createExplanations,
  addPieceReviewSpans,
  createViews,
  createClosings,
  createReviews,
  createAcknowledgements,
  addFormTexts,
  dateOutletLevels,
  createMeetings,
  createHonours,
  createRectifications,
  createAid,
  createStaffing,
  createCampaigns,
  createLiveStreams,
  createExercises,
  createDuties,
  createMappings,
  addPlatformFigures,
  createImportParts,
  createConfirmations,
  createAttachments,
  indexHistory,
  createFreezes,
  createDecks,
  createProjectsTopics,
  noteCellsHeld,
  createReportTexts,
  createWrittenReports,
  findBatches,
  countBatches,
]
