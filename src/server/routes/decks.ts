import type { Hono } from 'hono'
import * as z from 'zod/mini'
import {
  deckEditsSchema,
  NO_EDITS,
  readDeck,
  readExhibitSlide,
  saveDeck,
  type Deck,
} from '#shared/contract/decks.ts'
import { TEMPLATE_IDS, type TemplateId } from '#shared/slides/template-ids.ts'
import { FILES } from '#shared/contract/files.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { periodLabel } from '#shared/time/words.ts'
import { deckOf, exhibitSlideOf, type SavedEdits } from '#reports/deck/build.ts'
import { TEMPLATES } from '#reports/deck/templates.ts'
import { exhibitOf } from '#reports/exhibits/index.ts'
import { actorOf, openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { exportMark } from '../export/export-mark.ts'
import { fileAnswer } from '../export/file-answer.ts'
import type { DeskFacts } from '../facts.ts'
import { reportReader, type ReportQuery } from '../report-reader.ts'
import { serve, serveFile } from '../serve.ts'
import { periodFrom } from './boards.ts'

const fileQuery = z.object({
  p: z.string(),
  freeze: z.optional(z.string()),
  ratio: z.optional(z.enum(['16x9', '4x3'])),
})

/** The slides of meetings, and what people made of them. */
export function deckRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context
  const figuresAsked = reportReader(app, context, facts)

  serve(app, readDeck, async ({ params: { template }, query }) => deck(template, query))

  serveFile(app, FILES.deckSlides, async (request) => {
    const template = TEMPLATE_IDS.find((id) => id === request.req.param('template'))
    const query = fileQuery.safeParse(request.req.query())
    if (!template || !query.success) throw new DeskError('REQUEST_INVALID')
    const { ratio = '16x9', ...asked } = query.data
    const shown = await deck(template, asked)
    // What writes files is read only once somebody asks for one.
    const { deckFile, PPTX } = await import('../export/pptx/deck-file.ts')
    const draft = shown.freeze ? [`第${shown.freeze.number}稿`] : []
    const name = [shown.centre, shown.title, ...draft].filter((word) => word !== '').join(' ')
    const mark = exportMark(context, (await facts.snapshot()).settings.zone)
    return fileAnswer(await deckFile(shown, ratio, mark), `${name}.pptx`, PPTX)
  })

  serve(app, readExhibitSlide, async ({ query }) => {
    const { exhibit, view } = query
    const own = { id: `shown ${exhibit} ${view}`, exhibit, view }
    const slide = exhibitSlideOf(own, await figuresAsked(query))
    if (!slide) throw new DeskError('REQUEST_INVALID', 'exhibit')
    return slide
  })

  serve(app, saveDeck, async ({ params: { template }, body: { p, edits, seen, by = '' } }) => {
    const period = periodFrom(p)
    if (edits.own.some(({ exhibit }) => exhibitOf(exhibit) === null))
      throw new DeskError('REQUEST_INVALID', 'exhibit')
    const author = actorOf(context, by)
    return store.write(async (writer) => {
      const known = await savedEdits(template, period.key)
      if (known.editedAt !== seen) throw new DeskError('RECORD_CHANGED_MEANWHILE')
      const title = `修改演示 ${periodLabel(period)} ${TEMPLATES[template].label}`
      const about = { kind: 'entry' as const, title, why: title }
      const done = await openBatch({ ...context, author }, writer, about)
      const row = { period: period.key, template, edits: JSON.stringify(edits) }
      await writer.put('decks', [row], done.batch)
      return { editedAt: done.at }
    })
  })

  async function deck(template: TemplateId, query: ReportQuery): Promise<Deck> {
    const figures = await figuresAsked(query)
    return deckOf(template, figures, await savedEdits(template, figures.period.key))
  }

  async function savedEdits(template: TemplateId, period: string): Promise<SavedEdits> {
    const { records } = await store.records({
      ledger: 'decks',
      filters: [
        { field: 'period', in: [period] },
        { field: 'template', in: [template] },
      ],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: 1,
    })
    const [found] = records
    if (!found) return { edits: NO_EDITS, editedAt: null, editedBy: null }
    const { row, createdAt, createdBy, changedAt, changedBy } = found
    return {
      edits: deckEditsSchema.parse(JSON.parse(String(row.edits))),
      editedAt: changedAt ?? createdAt,
      editedBy: changedBy ?? createdBy,
    }
  }
}
