import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'

const aboutSchema = z.object({ version: z.string() })

/** The desk's version, as package.json states it. */
export function deskVersion(): string {
  const file = path.resolve(import.meta.dirname, '../../../package.json')
  return aboutSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
