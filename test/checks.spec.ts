import { exec } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
/** In this order: size weighs what build wrote, and the browser tests open it afterwards. */
const CHECKS = ['format:check', 'lint', 'types', 'knip', 'build', 'build:demo', 'size']
const OURS = /^(NODE_ENV|TZ|DEV|PROD|MODE|SSR|BASE_URL|TEST|VITEST.*|VITE_.*)$/

describe('what npm run checks', () => {
  it.each(CHECKS)('npm run %s', async (script) => {
    const { code, output } = await run(`npm run --silent ${script}`)
    expect(code, output).toBe(0)
    if (script === 'size') console.log(output)
  })
})

/** Runs a command as a person would, without what Vitest adds to the environment. */
function run(command: string): Promise<{ code: number; output: string }> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)))
  return new Promise((resolve) => {
    exec(command, { cwd: ROOT, env, maxBuffer: 2 ** 25 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? 1), output: `${stdout}${stderr}` })
    })
  })
}
