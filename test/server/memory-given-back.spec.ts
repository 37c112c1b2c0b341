import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const MODULE = new URL('../../src/server/memory-given-back.ts', import.meta.url).href
const SCRIPT = `
  import { hasMemoryGivenBack } from '${MODULE}'
  if (hasMemoryGivenBack())
    console.log([process.pid, process.env.MALLOC_MMAP_THRESHOLD_, process.argv.slice(1)].join())
`

/** What a process says that asks to have memory given back, and its number. */
async function begun(env: NodeJS.ProcessEnv): Promise<{ pid: number | undefined; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, 'a word'], { env })
  return { pid: child.pid, said: (await text(child.stdout)).trim() }
}

it('begins the process anew in its own place, with its arguments, and once', async () => {
  const { pid, said } = await begun({})

  expect(said).toBe(`${pid},1048576,a word`)
})

it('leaves what whoever runs the desk has set', async () => {
  const { pid, said } = await begun({ MALLOC_MMAP_THRESHOLD_: '4096' })

  expect(said).toBe(`${pid},4096,a word`)
})
