import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { isBoardId } from '#shared/boards/index.ts'
import * as z from 'zod/mini'

const SITE = path.resolve(import.meta.dirname, '../../dist')
const PAGES = 'src/web/pages/'
/**
 * Gzipped KB. Of the first page, what must be there before the figures and their sentences show; of
 * a page of figures, what it adds to the first one.
 */
const BUDGETS = { first: 420, firstBeforeFigures: 140, added: 40, other: 600 }

const Chunk = z.object({
  file: z.string(),
  imports: z._default(z.array(z.string()), []),
  dynamicImports: z._default(z.array(z.string()), []),
  css: z._default(z.array(z.string()), []),
  assets: z._default(z.array(z.string()), []),
})
const manifest = z
  .record(z.string(), Chunk)
  .parse(JSON.parse(readFileSync(path.join(SITE, '.vite/manifest.json'), 'utf8')))

/** What `index.html` itself points at: entry, preloads, styles, icon. */
const linked = [
  ...readFileSync(path.join(SITE, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g),
].map(([, file = '']) => file)

/** 总览 is part of the entry, so that its figures wait for no further chunk. */
const FIRST = '总览'
const others = Object.keys(manifest).filter((id) => id.startsWith(PAGES))

let isOver = false
let first = 0
for (const page of [FIRST, ...others]) {
  const before = reached(
    page === FIRST ? ['index.html'] : ['index.html', page],
    ({ imports }) => imports,
  )
  const all = reached(before, ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports.filter((id) => !id.startsWith(PAGES)),
  ])
  const name = page.replace(PAGES, '').replace('.vue', '')
  report(`${name}, all`, all, page === FIRST ? BUDGETS.first : BUDGETS.other)
  if (page === FIRST) report(`${name}, before its charts`, before, BUDGETS.firstBeforeFigures)
  if (page === FIRST) first = kilobytes(all)
  if (isBoardId(name)) weigh(`${name}, over ${FIRST}`, kilobytes(all) - first, BUDGETS.added)
}
if (isOver) {
  console.error(
    'Over budget: load what a page does not open with by import(), or drop a dependency.',
  )
  process.exitCode = 1
}

function report(name: string, chunks: readonly string[], budget: number): void {
  weigh(name, kilobytes(chunks), budget)
}

function weigh(name: string, size: number, budget: number): void {
  isOver ||= size > budget
  const verdict = size > budget ? 'OVER' : 'of'
  console.log(`${name.padEnd(30)}${size.toFixed(1).padStart(8)} KB ${verdict} ${budget} KB`)
}

/** The chunks loaded when the given ones are, themselves included. */
function reached(
  from: readonly string[],
  next: (chunk: z.infer<typeof Chunk>) => string[],
): string[] {
  const found = new Set(from)
  for (const id of found) {
    const chunk = manifest[id]
    if (!chunk) throw new Error(`the manifest has no ${id}`)
    for (const other of next(chunk)) found.add(other)
  }
  return [...found]
}

/** Gzipped thousands of bytes of the chunks, with their styles and assets, and of the page itself. */
function kilobytes(chunks: readonly string[]): number {
  const files = new Set(['index.html', ...linked])
  for (const id of chunks) {
    const chunk = manifest[id]
    if (chunk) for (const file of [chunk.file, ...chunk.css, ...chunk.assets]) files.add(file)
  }
  const sizes = [...files].map((file) => gzipSync(readFileSync(path.join(SITE, file))).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}
