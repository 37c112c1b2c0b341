import { memoryStore } from '#server/store/memory.ts'
import { storeConformance } from './store.ts'

storeConformance('the store in memory', async () => memoryStore())
