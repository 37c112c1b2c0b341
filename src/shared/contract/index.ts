import { correctImport } from './import-sections.ts'
import {
  addAccount,
  addToken,
  changeAccount,
  dropRole,
  dropToken,
  endAccountSessions,
  readAdministration,
  resetAccount,
  saveRole,
} from './accounts.ts'
import { readAdoption } from './adoption.ts'
import { readAffairs } from './affairs.ts'
import { attachFiles, attachLink, detach, listAttachments } from './attachments.ts'
import { readDesk } from './boards.ts'
import { tryImport, tryTakeBack } from './batches.ts'
import { readBudget } from './budget.ts'
import { countChecks, openedByActs, readChecks } from './checks.ts'
import { readColumn } from './columns.ts'
import { readContent } from './content.ts'
import { editRecords, undoEdits } from './edits.ts'
import { readEntry } from './entry.ts'
import { readFigure } from './figures.ts'
import { readDeck, readExhibitSlide, saveDeck } from './decks.ts'
import { readDocument, saveText } from './documents.ts'
import { compareFreeze, listFreezes, makeFreeze } from './freezes.ts'
import { listActs, listChanges, listRemoved, readBin, restoreRecords } from './history.ts'
import { listBatches, readBatch } from './batch-pages.ts'
import {
  confirmImport,
  dropImport,
  loadExample,
  prepareImport,
  readImport,
  removeExample,
  takeBackBatch,
} from './imports.ts'
import {
  addRecords,
  changeRecord,
  findInRecords,
  listLedgers,
  listOrigins,
  listRecords,
  readRecord,
  removeRecord,
  sumRecords,
} from './records.ts'
import { checkJournal, noteExport, readJournal } from './journal.ts'
import { tryRecord } from './record-trial.ts'
import { readProgress } from './import-progress.ts'
import { editList, previewListEdit, readList } from './lists.ts'
import {
  makeBackup,
  openBackup,
  readHealth,
  readStatus,
  removeBackup,
  restoreBackup,
  uploadBackup,
} from './operations.ts'
import { readOverview } from './overview.ts'
import { readReconcile } from './reconcile.ts'
import { closeMonth, moveUnit, readReview } from './review.ts'
import { listReports, writeReportsNow } from './reports.ts'
import { readSafety } from './safety.ts'
import { readSentiment } from './sentiment.ts'
import {
  beginTotp,
  changePassword,
  checkProof,
  confirmTotp,
  dropTotp,
  endSessions,
  giveCode,
  listSessions,
  prove,
  readMe,
  setUpDesk,
  signIn,
  signOut,
} from './session.ts'
import { readSettings, saveSettings } from './settings.ts'
import { readWall } from './wall.ts'
import { listViews, removeView, saveView } from './views.ts'

/** Every endpoint of the API, by name; what /api/openapi.json describes. */
export const ENDPOINTS = {
  readOverview,
  readContent,
  readColumn,
  readAdoption,
  readSentiment,
  readSafety,
  readBudget,
  readAffairs,
  readEntry,
  readReconcile,
  readChecks,
  countChecks,
  openedByActs,
  readWall,
  readDesk,
  readFigure,
  listLedgers,
  listOrigins,
  listRecords,
  listActs,
  listChanges,
  readBin,
  listRemoved,
  restoreRecords,
  readRecord,
  addRecords,
  tryRecord,
  changeRecord,
  removeRecord,
  sumRecords,
  findInRecords,
  editRecords,
  undoEdits,
  listViews,
  saveView,
  removeView,
  listAttachments,
  attachFiles,
  attachLink,
  detach,
  readList,
  previewListEdit,
  editList,
  listFreezes,
  makeFreeze,
  compareFreeze,
  readDeck,
  readExhibitSlide,
  saveDeck,
  readDocument,
  saveText,
  listReports,
  writeReportsNow,
  readReview,
  closeMonth,
  moveUnit,
  prepareImport,
  readImport,
  readProgress,
  correctImport,
  confirmImport,
  dropImport,
  listBatches,
  readBatch,
  tryTakeBack,
  tryImport,
  takeBackBatch,
  loadExample,
  removeExample,
  readSettings,
  saveSettings,
  readMe,
  setUpDesk,
  signIn,
  giveCode,
  signOut,
  changePassword,
  prove,
  checkProof,
  listSessions,
  endSessions,
  beginTotp,
  confirmTotp,
  dropTotp,
  readAdministration,
  addAccount,
  changeAccount,
  resetAccount,
  endAccountSessions,
  saveRole,
  dropRole,
  addToken,
  dropToken,
  readHealth,
  readStatus,
  makeBackup,
  uploadBackup,
  openBackup,
  removeBackup,
  restoreBackup,
  readJournal,
  checkJournal,
  noteExport,
} as const
