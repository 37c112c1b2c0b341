import { setupWorker } from 'msw/browser'
import { deskHandlers } from './handlers.ts'
import { scenarioOf } from './scenarios.ts'

const worker = setupWorker(...(await deskHandlers(scenarioOf(location.search))))
const url = `${import.meta.env.BASE_URL}mockServiceWorker.js`
await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } })
await import('#web/main.ts')
