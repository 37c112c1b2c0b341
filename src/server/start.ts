import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import { runDesk, StartError } from './run-desk.ts'
import { stopOnSignal } from './stop.ts'
import { StoreFileError } from './store/sqlite.ts'

try {
  const { stop } = await runDesk(readConfig(process.env, process.argv.slice(2)))
  stopOnSignal(stop)
} catch (error) {
  const isExpected = [StartError, ConfigError, StoreFileError].some((kind) => error instanceof kind)
  if (!(error instanceof Error && isExpected)) throw error
  console.error(error.message)
  process.exit(1)
}
