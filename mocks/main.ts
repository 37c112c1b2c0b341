import { setupWorker } from 'msw/browser'
import { deskHandlers } from './handlers.ts'
import { scenarioOf } from './scenarios.ts'

const worker = setupWorker(...(await deskHandlers(scenarioOf(location.search))))
await worker.start({ quiet: true })
await import('#web/main.ts')
