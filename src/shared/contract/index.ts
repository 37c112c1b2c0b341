import { readBoard, readDesk, readFigure } from './boards.ts'
import {
  confirmImport,
  dropImport,
  listBatches,
  loadExample,
  prepareImport,
  readImport,
  removeExample,
  takeBackBatch,
} from './imports.ts'
import {
  addRecords,
  changeRecord,
  listLedgers,
  listRecords,
  readRecord,
  removeRecord,
} from './records.ts'
import { readSettings, saveSettings } from './settings.ts'

/** Every endpoint of the API, by name; what /api/openapi.json describes. */
export const ENDPOINTS = {
  readBoard,
  readDesk,
  readFigure,
  listLedgers,
  listRecords,
  readRecord,
  addRecords,
  changeRecord,
  removeRecord,
  prepareImport,
  readImport,
  confirmImport,
  dropImport,
  listBatches,
  takeBackBatch,
  loadExample,
  removeExample,
  readSettings,
  saveSettings,
} as const
