import type { Hono } from 'hono'
import type { ReportFigures } from '#reports/pages.ts'
import type { DeskContext } from './app.ts'
import type { DeskFacts } from './facts.ts'
import { freezeBook } from './freezes/freeze-book.ts'
import { pagesNow } from './freezes/pages-now.ts'
import { reportFigures } from './report-figures.ts'
import { periodFrom } from './routes/boards.ts'

/** Which figures a report is made of: of a period now, or as a 定稿 has them. */
export interface ReportQuery {
  readonly p: string
  readonly freeze?: string | undefined
}

/** Reads what reports are made of. */
export function reportReader(app: Hono, context: DeskContext, facts: DeskFacts) {
  const book = freezeBook(context)
  return async ({ p, freeze: number }: ReportQuery): Promise<ReportFigures> => {
    const period = periodFrom(p)
    if (number === undefined) {
      const content = await pagesNow(app, facts, period)
      return reportFigures(content, { period, freeze: null, at: context.clock() })
    }
    const freeze = await book.named(period.key, number)
    const content = await book.content(freeze)
    return reportFigures(content, { period, freeze, at: Date.parse(freeze.at) })
  }
}
