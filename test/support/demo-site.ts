import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { build } from 'vite'
import { staticSite } from '#server/static.ts'

export interface DemoSite {
  readonly address: string
  close(): Promise<void>
}

/** Builds the static demo and serves it. */
export async function demoSite(): Promise<DemoSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-site-'))
  const out = { outDir: folder, emptyOutDir: true }
  await build({ mode: 'mock', logLevel: 'error', build: out })
  const server = createServer(getRequestListener(staticSite(folder)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
    async close() {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
