import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '#server/store/store.ts'
import type { Make } from './acts.ts'
import { keepsTheRest } from './store-batches.ts'
import { keepsSumsTrue } from './store-random.ts'
import { findsRecords } from './store-records.ts'
import { addsUp } from './store-sums.ts'
import { takesBack } from './store-take-back.ts'
import { writesRecords } from './store-writes.ts'

/** What every store must do, whatever it keeps its records in. */
export function storeConformance(name: string, make: Make): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await make()
    })
    afterEach(() => store.close())
    const current = () => store

    describe('writes', () => writesRecords(current))
    describe('sums', () => addsUp(current))
    describe('records', () => findsRecords(current))
    describe('take-back', () => takesBack(current))
    describe('batches and the rest', () => keepsTheRest(current))
    describe('sums against records', () => keepsSumsTrue(current))
  })
}
