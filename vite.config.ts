import vue from '@vitejs/plugin-vue'
import { msw } from 'msw/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { FinalLine } from './test/support/reporter.ts'

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
    handler: (html) => html.replace('/src/web/main.ts', '/mocks/main.ts'),
  },
})

export default defineConfig(({ mode }) => {
  const isMock = mode === 'mock'
  return {
    base: isMock ? './' : '/',
    plugins: [vue(), ...(isMock ? [mockEntry(), msw({ mode: 'worker-only' })] : [])],
    build: {
      outDir: isMock ? 'dist-demo' : 'dist',
      target: BROWSERS,
      modulePreload: { polyfill: false },
      manifest: !isMock,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'vendor', test: /node_modules[\\/](@vue|vue|vue-router|@?pinia)[\\/]/ },
              { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            ],
          },
        },
      },
    },
    test: {
      env: { TZ: 'UTC' },
      reporters: ['default', new FinalLine()],
      fsModuleCache: true,
      projects: [
        {
          extends: true,
          test: { name: 'unit', environment: 'node', include: NODE_TESTS },
        },
        {
          extends: true,
          test: {
            name: 'web',
            environment: 'happy-dom',
            include: ['test/{web,mocks}/**/*.spec.ts'],
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.e2e.ts'],
            fileParallelism: false,
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})
