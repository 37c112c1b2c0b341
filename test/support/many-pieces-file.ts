import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { loadManyPieces } from './many-pieces.ts'

// Writes a desk's database of many pieces: its arguments are the file and how many. A process of its
// own, since a desk sums up anew what was kept under definitions that Vitest had compiled.

const [file = '', count = ''] = process.argv.slice(2)
const store = await sqliteStore(file)
await loadManyPieces(store, Number(count))
// The backup of the night would be made a minute later, beside what is measured.
const backup = { ...DEFAULT_SETTINGS.backup, isOn: false }
await store.write((writer) => writer.saveSettings({ ...DEFAULT_SETTINGS, backup }))
await store.close()
