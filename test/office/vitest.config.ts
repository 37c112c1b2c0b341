import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { FinalLine } from '../support/reporter.ts'

/** Apart from all other tests: these need LibreOffice and poppler on the machine. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    name: 'office',
    env: { TZ: 'UTC' },
    reporters: ['default', new FinalLine()],
    include: ['test/office/**/*.office.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
