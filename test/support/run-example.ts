import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod/mini'

const exampleSchema = z.object({
  /** A desk's database that holds the example centre; files copy it and never write to it. */
  file: z.string(),
  /** The desk that holds it and that all files read from; ends with a slash. */
  address: z.string(),
})
const madeSchema = z.union([exampleSchema, z.object({ failed: z.string() })])

/** What a run makes once for all browser tests. */
type RunExample = z.infer<typeof exampleSchema>

/** Tells whoever waits for the folder's example that it is made, or why it is not. */
export async function tellMade(folder: string, made: z.infer<typeof madeSchema>): Promise<void> {
  const half = path.join(folder, 'half.json')
  await writeFile(half, JSON.stringify(made))
  await rename(half, path.join(folder, 'made.json'))
}

/** Waits for it. Throws with the reason where it could not be made. */
export async function exampleIn(folder: string): Promise<RunExample> {
  const file = path.join(folder, 'made.json')
  while (!existsSync(file)) await delay(50)
  const made = madeSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  if ('failed' in made) throw new Error(made.failed)
  return made
}
