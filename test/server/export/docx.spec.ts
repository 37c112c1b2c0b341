import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { answerSchema, type Answer } from '#shared/contract/figures.ts'
import { readBudget } from '#shared/contract/budget.ts'
import { DOCUMENT_KINDS, saveText, type DocumentKind } from '#shared/contract/documents.ts'
import { rateText } from '#shared/headlines/budget.ts'
import { changeText, figureLine } from '#shared/headlines/figure-text.ts'
import { valueWords } from '#shared/headlines/figure-words.ts'
import { changePhrase, figurePhrase } from '#shared/headlines/phrases.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { fenToWan } from '#shared/money.ts'
import { ask, ownExample } from '#test/support/memory-desk.ts'

const desk = await ownExample()
const files = new Map<DocumentKind, Record<string, string>>()
const PERIODS = {
  monthly: '2024-10',
  brief: '2024-10',
  annual: '2024',
  nationalForm: '2024',
  sichuanForm: '2024',
}
const LEFT = '年内设备款未付清，原因：<验收> & "尾款"。\n第二段。'

beforeAll(async () => {
  await ask(desk, saveText, '/documents/monthly/texts/problems', {
    p: '2024-10',
    text: LEFT,
    seen: null,
  })
  for (const kind of DOCUMENT_KINDS) files.set(kind, await partsOf(kind))
})

async function partsOf(kind: DocumentKind): Promise<Record<string, string>> {
  const response = await desk.app.request(`/api/documents/${kind}/report.docx?p=${PERIODS[kind]}`)
  expect(response.status).toBe(200)
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const part = (kind: DocumentKind, name: string): string => files.get(kind)?.[name] ?? ''
const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const textOf = (xml: string): string =>
  unescaped(
    [...xml.replaceAll('<w:br/>', '<w:t>\n</w:t>').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join(''),
  )

/** The content controls of a part: tag and text. */
const controls = (xml: string): { tag: string; text: string }[] =>
  [...xml.matchAll(/<w:tag w:val="([^"]*)"\/>.*?<w:sdtContent>(.*?)<\/w:sdtContent>/gs)].map(
    ([, tag = '', content = '']) => ({ tag: unescaped(tag), text: textOf(content) }),
  )

const answersSchema = z.object({ answers: z.array(answerSchema) })

async function answersOf(period: string): Promise<Answer[]> {
  const boards = ['overview', 'content', 'adoption', 'sentiment', 'safety', 'budget', 'affairs']
  const pages = await Promise.all(
    boards.map(async (board) => {
      const response = await desk.app.request(`/api/boards/${board}?p=${period}`)
      return answersSchema.parse(await response.json()).answers
    }),
  )
  return pages.flat()
}

/** Every way a page prints what the tag names. */
function printed(tag: string, answers: readonly Answer[]): string[] {
  const [, metric = '', period = '', by, part, mode] =
    /^(\w+)@([^#!]+)(?:#(\w*)=(.*))?(?:!(yoy|mom))?$/.exec(tag) ?? []
  return answers
    .filter((answer) => answer.metric === metric && answer.period.key === period)
    .flatMap((answer) => {
      const own = metricOf(answer.metric)
      if (mode === 'yoy' || mode === 'mom') {
        const compared = answer[mode]
        if (!compared) return []
        const { text } = changeText(compared, mode, own)
        return [
          text.replace(/(?:同比|环比)：?/, '').trim(),
          changePhrase(compared, mode, own.unit)?.amount ?? '',
        ]
      }
      if (by === undefined)
        return [figureLine(answer.figure, own.unit), figurePhrase(answer.figure, own.unit)]
      const found = answer.by === by ? answer.parts.find(({ value }) => value === part) : undefined
      return found ? [figureLine(found.figure, own.unit)] : []
    })
}

describe('a Word file', () => {
  it.each(['monthly', 'brief', 'annual'] as const)(
    '%s holds figures as fields, each as the pages print it to the last digit',
    async (kind) => {
      const answers = await answersOf(PERIODS[kind])
      const { execution } = await ask(desk, readBudget, `/boards/budget?p=${PERIODS[kind]}`)
      const amounts = [...execution.lines, execution.total].flatMap((line) => [
        ...[line.initial, line.budget, line.available, line.paidOfYear, line.paidCarried].flatMap(
          (amount) =>
            amount === null
              ? []
              : [
                  valueWords(amount, 'money').text,
                  `${valueWords(amount, 'money').text} 万元`,
                  fenToWan(amount),
                ],
        ),
        ...(line.ofYear === null ? [] : [rateText(line.ofYear)]),
      ])
      const figures = controls(part(kind, 'word/document.xml')).filter(({ tag }) =>
        tag.includes('@'),
      )
      const wrong = figures.filter(({ tag, text }) => {
        const isLine = /^(budget|paid|paidOfYear|paidCarried|executionRate)@/.test(tag)
        return ![...printed(tag, answers), ...(isLine ? amounts : [])].includes(text)
      })
      expect(wrong).toEqual([])
      expect(figures.length).toBeGreaterThan(kind === 'brief' ? 50 : 120)
    },
  )

  it('numbers its controls apart', () => {
    for (const kind of DOCUMENT_KINDS) {
      const ids = [...part(kind, 'word/document.xml').matchAll(/<w:id w:val="(\d+)"/g)].map(
        ([, id]) => id,
      )
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(0)
    }
  })

  it('has a contents page whose entries stand there, each leading to a heading that is there', () => {
    const xml = part('monthly', 'word/document.xml')
    const entries = [...xml.matchAll(/<w:hyperlink w:anchor="(\w+)"[^>]*>(.*?)<\/w:hyperlink>/gs)]
    expect(entries.slice(0, 3).map(([, anchor, inner = '']) => [anchor, textOf(inner)])).toEqual([
      ['_Toc1', '一、总体情况2'],
      ['_Toc2', '二、内容生产2'],
      ['_Toc3', '三、上级采用3'],
    ])
    expect(entries).toHaveLength(13)
    for (const [, anchor] of entries) expect(xml).toContain(`w:name="${anchor}"`)
    expect(xml).toContain('TOC \\o &quot;1-2&quot;')
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>/)
  })

  it('repeats the heads of its tables, and merges cells of forms', () => {
    const xml = part('sichuanForm', 'word/document.xml')
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
    expect(tables).toHaveLength(12)
    const indicators = tables[2] ?? ''
    const [first = ''] = indicators.split('</w:tr>')
    expect(first).toContain('<w:tblHeader/>')
    expect(textOf(first)).toBe(
      '一级指标二级指标三级指标指标性质指标值度量单位完成值权重得分未完成原因分析',
    )
    expect(tables[0]).toContain('<w:vMerge w:val="restart"/>')
    expect(tables[0]?.match(/<w:vMerge\/>/g)).toHaveLength(2)
    expect(xml).toContain('w:orient="landscape"')
  })

  it('holds texts of people in controls of their own, signs and lines as they were typed', () => {
    const texts = controls(part('monthly', 'word/document.xml')).filter(({ tag }) =>
      tag.startsWith('text:'),
    )
    expect(texts).toEqual([
      { tag: 'text:problems', text: LEFT.replace('\n', '') },
      { tag: 'text:causes', text: '（待填写）' },
      { tag: 'text:plans', text: '（待填写）' },
      { tag: 'text:requests', text: '（待填写）' },
    ])
  })

  it('says in its footer which state of figures and texts it is, and has a page number', () => {
    const footer = part('monthly', 'word/footer.xml')
    expect(textOf(footer)).toBe(
      '数字：未定稿，截至 2025-02-10 10:00；文字：截至 2025-02-10 10:00第 1 页，共 1 页',
    )
    expect(footer).toContain(' PAGE ')
  })

  it('has a footnote of 口径 for every figure it names', () => {
    const references = part('monthly', 'word/document.xml').match(/<w:footnoteReference /g) ?? []
    const notes = part('monthly', 'word/footnotes.xml').match(/<w:footnoteRef\/>/g) ?? []
    expect(references.length).toBe(notes.length)
    expect(textOf(part('monthly', 'word/footnotes.xml'))).toContain(
      '上级采用：以采用台账登记的采用日期计；同一作品被多家媒体采用分别计数。',
    )
  })

  it('is small, and the same bytes for the same report', async () => {
    const bytes = async () =>
      new Uint8Array(
        await (await desk.app.request('/api/documents/annual/report.docx?p=2024')).arrayBuffer(),
      )
    const first = await bytes()
    expect(first.length).toBeLessThan(60_000)
    expect(await bytes()).toEqual(first)
  })
})
