import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '#server/store/store.ts'
import type { Make } from './acts.ts'
import { tellsReviewed } from './store-approvals.ts'
import { keepsTheRest } from './store-batches.ts'
import { keepsMonthsClosed } from './store-closing.ts'
import { tellsHistory } from './store-history.ts'
import { changesMany } from './store-many.ts'
import { keepsNames } from './store-names.ts'
import { keepsSumsTrue } from './store-random.ts'
import { holdsToRows } from './store-held-rows.ts'
import { keepsWhatOthersSay } from './store-holds.ts'
import { findsRecords } from './store-records.ts'
import { addsUp } from './store-sums.ts'
import { takesBack } from './store-take-back.ts'
import { givesWindows } from './store-windows.ts'
import { writesRecords } from './store-writes.ts'

/** What every store must do, whatever it keeps its records in; call it inside a `describe`. */
export function storeConformance(make: Make): void {
  let store: Store
  const current = () => store
  beforeEach(async () => {
    store = await make()
  })
  afterEach(() => store.close())

  describe('writes', () => {
    writesRecords(current)
    changesMany(current)
  })
  describe('sums', () => {
    addsUp(current)
  })
  describe('records', () => {
    findsRecords(current)
  })
  describe('windows of long lists', () => {
    givesWindows(current)
  })
  describe('names of reference lists', () => {
    keepsNames(current)
  })
  describe('take-back', () => {
    takesBack(current)
  })
  describe('what several batches say of a record', () => {
    keepsWhatOthersSay(current)
  })
  describe('history and bin', () => {
    tellsHistory(current)
  })
  describe('closed months', () => {
    keepsMonthsClosed(current)
  })
  describe('rows somebody may see and write', () => {
    holdsToRows(current)
  })
  describe('reviewed records', () => {
    tellsReviewed(current)
  })
  describe('batches and the rest', () => {
    keepsTheRest(current)
  })
  describe('sums against records', () => {
    keepsSumsTrue(current)
  })
}
