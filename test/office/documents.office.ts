import { beforeAll, expect, it } from 'vitest'
import { readDocument, type DocumentKind, type ReportDocument } from '#shared/contract/documents.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'
import { packed, printedPages } from './converted.ts'

const PERIODS: Readonly<Record<DocumentKind, string>> = {
  monthly: '2024-10',
  annual: '2024',
  nationalForm: '2024',
  sichuanForm: '2024',
  brief: '2024-10',
}
const reports = new Map<string, ReportDocument>()
let printed: Record<string, string[]>

beforeAll(async () => {
  const desk = await exampleDesk()
  const files: Record<string, Uint8Array> = {}
  for (const [kind, p] of Object.entries(PERIODS)) {
    reports.set(kind, await ask(desk, readDocument, `/documents/${kind}?p=${p}`))
    const response = await desk.app.request(`/api/documents/${kind}/report.docx?p=${p}`)
    files[`${kind}.docx`] = new Uint8Array(await response.arrayBuffer())
  }
  printed = await printedPages(files)
})

it.each(Object.keys(PERIODS))(
  '%s prints every figure, every heading, and a numbered foot',
  (kind) => {
    const pages = (printed[`${kind}.docx`] ?? []).map(packed)
    const { blocks = [] } = reports.get(kind) ?? {}
    const all = pages.join('')
    const words = blocks.flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      const runs =
        block.kind === 'paragraph'
          ? block.runs
          : block.kind === 'table'
            ? block.rows.flat().flatMap((cell) => cell.runs)
            : []
      return runs.flatMap((run) => (run.kind === 'figure' && run.text.length < 9 ? [run.text] : []))
    })
    expect(words.length).toBeGreaterThan(20)
    expect(words.filter((word) => !all.includes(packed(word)))).toEqual([])
    expect(pages.filter((page) => !/第\d+页，共\d+页/.test(page))).toEqual([])
  },
)

it.each(['monthly', 'annual'])(
  '%s has a contents page that names the pages its headings stand on',
  (kind) => {
    const [contents = '', ...pages] = printed[`${kind}.docx`] ?? []
    const entries = [...contents.matchAll(/^\s*(\S.*?)[.…·_ ]{4,}(\d+)\s*$/gm)]
    expect(entries.length).toBeGreaterThan(12)
    let from = 0
    const wrong = entries.filter(([, name = '', page]) => {
      const own = (line: string): boolean => packed(line) === packed(name)
      const at = pages.findIndex((text, n) => n >= from && text.split('\n').some(own))
      if (at >= 0) from = at
      return at + 2 !== Number(page)
    })
    expect(wrong.map(([line]) => line)).toEqual([])
  },
)
