import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { COMPILED } from './test/support/compiled.ts'
import { LongestFirst } from './test/support/longest-first.ts'
import { FinalLine } from './test/support/reporter.ts'
import { ROOMY } from './test/support/roomy.ts'

// Windows 7, still on desks in county centres, stops at Chrome 109.
const BROWSERS = ['chrome109', 'edge109', 'firefox115', 'safari16.4']

const NODE_TESTS = [
  'test/{shared,charts,reports,example,server,conformance}/**/*.spec.ts',
  'test/rules.spec.ts',
]

/** Under `--mode mock` the page starts at mocks/main.ts, so that no other build mentions it. */
const mockEntry = (): Plugin => ({
  name: 'mock-entry',
  transformIndexHtml: {
    order: 'pre',
    // The early question would leave before the worker that answers it is there.
    handler: (html) =>
      html
        .replace('/src/web/main.ts', '/mocks/main.ts')
        .replace(/<!-- early -->.*<!-- \/early -->/s, ''),
  },
})

/** Lays beside each text of the build what brotli makes of it, so that no desk packs while somebody waits. */
const packed = (): Plugin => ({
  name: 'packed',
  async writeBundle({ dir = '' }, bundle) {
    const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }
    const texts = Object.values(bundle).filter(({ fileName }) => /\.(html|js|css)$/.test(fileName))
    await Promise.all(
      texts.map(async (text) => {
        const content = text.type === 'chunk' ? text.code : text.source
        const bytes = await promisify(zlib.brotliCompress)(content, quality)
        await writeFile(path.join(dir, `${text.fileName}.br`), bytes)
      }),
    )
  },
})

export default defineConfig(({ command, mode }) => {
  const isMock = mode === 'mock'
  // Tests start builds too and hand them NODE_ENV=test, which would ship Vue's development build.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    base: isMock ? './' : '/',
    plugins: [vue(), ...(isMock ? [mockEntry(), msw({ mode: 'worker-only' })] : [packed()])],
    // What the page's own entry does not lead to would be found late, and all packages bundled twice.
    optimizeDeps: { entries: isMock ? ['mocks/main.ts'] : ['index.html'] },
    build: {
      outDir: isMock ? 'dist-demo' : 'dist',
      target: BROWSERS,
      modulePreload: { polyfill: false },
      manifest: !isMock,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // What every page needs, in one file: each file more waits in the queue of six.
              {
                name: 'base',
                test: /node_modules[\\/](@vue|vue|vue-router|@?pinia|zod)[\\/]|src[\\/]web[\\/](api[\\/](?!http)|components[\\/]ProblemNote)|plugin-vue|preload-helper/,
              },
              // What one page alone needs of the shared rules stays with that page.
              // Nor do who may do what: that is asked after the figures are there.
              {
                name: 'shared',
                test: /src[\\/]shared[\\/](?!rights|contract[\\/](session|accounts))/,
                minShareCount: 4,
              },
              { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            ],
          },
        },
      },
    },
    test: {
      // Threads and processes that tests begin find compiled what those before them read.
      env: { TZ: 'UTC', NODE_COMPILE_CACHE: COMPILED },
      execArgv: ROOMY,
      reporters: ['default', new FinalLine()],
      sequence: { sequencer: LongestFirst },
      fsModuleCache: true,
      // Groups follow one another, the browser last. They count from 1: on two cores Vitest runs
      // group 0 after all others.
      // Both cores work: Vitest would keep one of two free.
      maxWorkers: 2,
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: NODE_TESTS,
            isolate: false,
            sequence: { groupOrder: 1 },
            testTimeout: 20_000,
            // Loading the example takes seconds on a busy machine.
            hookTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'web',
            environment: 'happy-dom',
            include: ['test/{web,mocks}/**/*.spec.ts'],
            setupFiles: 'test/support/page-world.ts',
            isolate: false,
            // Style sheets, which Node alone cannot read; the components it reads by itself.
            server: { deps: { inline: [/element-plus\/.*\/style\//] } },
            sequence: { groupOrder: 1 },
            // A page of forms takes seconds to mount on a busy machine of two cores.
            testTimeout: 20_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.e2e.ts'],
            isolate: false,
            globalSetup: 'test/support/browser-run.ts',
            sequence: { groupOrder: 2 },
            // A browser's test waits a tenth of its time: for a frame, an answer, a key's turn.
            maxWorkers: 3,
            testTimeout: 60_000,
            hookTimeout: 120_000,
            // What takes a blink on a quiet machine takes seconds while both cores are busy.
            expect: { poll: { timeout: 15_000 } },
          },
        },
      ],
    },
  }
})
