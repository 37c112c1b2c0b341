import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createServer, type ViteDevServer } from 'vite'
import { exampleCentre } from '#example/index.ts'
import { runBrowser } from '#test/support/demo-desk.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const METRIC = `  inApp: defineMetric({
    label: '客户端稿件',
    unit: '条',
    better: 'none',
    definition: '发稿台账中平台为“爱峨边”的条数。',
    formula: { kind: 'sum', ledger: 'pieces', measure: 'records', where: { field: 'platform', value: '爱峨边' } },
  }),
`

let tree: string
let site: ViteDevServer
let page: Page

beforeAll(async () => {
  tree = await mkdtemp(path.join(os.tmpdir(), 'rongmei-tree-'))
  for (const name of [
    'src',
    'mocks',
    'public',
    'test/support',
    'test/tsconfig.json',
    'test/web/tsconfig.json',
    'index.html',
    'vite.config.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    await cp(path.join(ROOT, name), path.join(tree, name), { recursive: true })
  await symlink(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))
  await insert('src/shared/metrics/publication.ts', 'export const publicationMetrics = {\n', METRIC)
  await insert('src/shared/boards/content.ts', /cards: \[\n/, "        stack('inApp'),\n")
  // The tree's packages lie outside it.
  const server = { port: 0, host: '127.0.0.1', fs: { strict: false } }
  site = await createServer({ root: tree, mode: 'mock', logLevel: 'error', server })
  await site.listen()
  page = await (
    await runBrowser()
  ).newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
})

afterAll(async () => {
  await page?.close()
  await site?.close()
  await rm(tree, { recursive: true, force: true })
})

/** Puts lines into a file of the tree, right after what is found there. */
async function insert(file: string, after: string | RegExp, lines: string): Promise<void> {
  const text = await readFile(path.join(tree, file), 'utf8')
  const found = typeof after === 'string' ? after : after.exec(text)?.[0]
  if (found === undefined || !text.includes(found)) throw new Error(`${file} has changed its shape`)
  await writeFile(path.join(tree, file), text.replace(found, found + lines))
}

/** Follows a link inside the page: it holds the example centre already. */
const go = (address: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

it('the dev server shows the example centre with no server behind it', async () => {
  await page.goto(`${site.resolvedUrls?.local[0] ?? ''}?p=2024`)
  await page.locator('[data-lede]').waitFor({ timeout: 45_000 })
  expect(await page.locator('main').innerText()).toContain('8,785')
})

it('a new metric with its chart is one entry of a metrics file and one line of the page', async () => {
  const inApp = exampleCentre().ledgers.pieces.filter(
    ({ day, platform }) => platform === '爱峨边' && String(day).startsWith('2024-10'),
  ).length
  expect(inApp).toBeGreaterThan(100)

  await go('/content?p=2024-10')
  const card = page.locator('section.card', {
    has: page.getByRole('heading', { name: /客户端稿件/ }),
  })
  await card.waitFor()
  await card.getByRole('button', { name: /表/ }).first().click()
  const october = card.getByRole('row', { name: /^10月/ })
  expect((await october.innerText()).split(/\s+/)).toContain(String(inApp))

  await go('/ledgers/pieces?p=2024-10&measure=records&where=platform%3A%E7%88%B1%E5%B3%A8%E8%BE%B9')
  await page
    .getByText(`${inApp.toLocaleString('zh-CN')} 条`)
    .first()
    .waitFor()
})
