import { describe } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import { storeConformance } from './store.ts'

describe('the store in memory', () => {
  storeConformance(async () => memoryStore())
})
