import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import { runBrowser } from '#test/support/demo-desk.ts'
import { demoSite, type DemoSite } from '#test/support/demo-site.ts'

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
let site: DemoSite
let browser: Browser

beforeAll(async () => {
  tree = await mkdtemp(path.join(os.tmpdir(), 'rongmei-tree-'))
  for (const name of [
    'src',
    'mocks',
    'public',
    'test/support',
    'test/tsconfig.json',
    'index.html',
    'vite.config.ts',
    'package.json',
    'tsconfig.json',
  ])
    await cp(path.join(ROOT, name), path.join(tree, name), { recursive: true })
  await symlink(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))
  await insert('src/shared/metrics/publication.ts', 'export const publicationMetrics = {\n', METRIC)
  await insert('src/shared/boards/content.ts', /cards: \[\n/, "        stack('inApp'),\n")
  site = await demoSite(tree)
  browser = await runBrowser()
})

afterAll(async () => {
  await browser?.close()
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

it('a new metric with its chart is one entry of a metrics file and one line of the page', async () => {
  const inApp = exampleCentre().ledgers.pieces.filter(
    ({ day, platform }) => platform === '爱峨边' && String(day).startsWith('2024-10'),
  ).length
  expect(inApp).toBeGreaterThan(100)

  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await page.goto(`${site.address}#/content?p=2024-10`)
  const card = page.locator('section.card', {
    has: page.getByRole('heading', { name: /客户端稿件/ }),
  })
  await card.waitFor()
  await card.getByRole('button', { name: /表/ }).first().click()
  const october = card.getByRole('row', { name: /^10月/ })
  expect((await october.innerText()).split(/\s+/)).toContain(String(inApp))

  await page.goto(
    `${site.address}#/ledgers/pieces?p=2024-10&measure=records&where=platform%3A%E7%88%B1%E5%B3%A8%E8%BE%B9`,
  )
  await page
    .getByText(`${inApp.toLocaleString('zh-CN')} 条`)
    .first()
    .waitFor()
})
