import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { boardOf, isBoardId, type BoardId } from '#shared/boards/index.ts'
import { periodShape } from '#shared/contract/boards.ts'
import { answerSchema, type Answer } from '#shared/contract/figures.ts'
import { FILES } from '#shared/contract/files.ts'
import { csvOf } from '#shared/csv.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { ownBehind } from '#shared/headlines/own-records.ts'
import { periodLabel } from '#shared/time/words.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { DeskContext } from '../app.ts'
import type { BoardScope } from '../boards/scope.ts'
import { pageRows, periodBook, type PeriodFigures } from '../export/period-book.ts'
import { exportMark } from '../export/export-mark.ts'
import { fileAnswer, XLSX } from '../export/file-answer.ts'
import { sightAnswer } from '../seen/sight.ts'
import { frozenFigures, isFrozen } from '../freezes/content.ts'
import { freezeBook } from '../freezes/freeze-book.ts'
import { serveFile, type Immutable } from '../serve.ts'

const periodQuery = z.object(periodShape)
const answersSchema = z.array(answerSchema)
type PeriodQuery = z.infer<typeof periodQuery>

/** How the pages answer: the same figures go into the files. */
export interface Pages {
  scope(query: PeriodQuery): Promise<BoardScope>
  answers(board: BoardId, scope: BoardScope): Promise<readonly Immutable<Answer>[]>
  absent(scope: BoardScope): readonly LedgerId[]
}

/** Figures of a page over a period handed out as files. */
export function periodFileRoutes(app: Hono, context: DeskContext, pages: Pages): void {
  const book = freezeBook(context)
  const own = context.sight ? sightAnswer(context.sight).own : []

  serveFile(app, FILES.boardWorkbook, async (request) => {
    const figures = await asked([boardNamed(request.req.param('board'))], request.req.query())
    return fileAnswer(periodBook(figures), `${titleOf(figures)}.xlsx`, XLSX)
  })

  serveFile(app, FILES.boardText, async (request) => {
    const figures = await asked([boardNamed(request.req.param('board'))], request.req.query())
    return fileAnswer(csvOf(pageRows(figures)), `${titleOf(figures)}.csv`, 'text/csv;charset=utf-8')
  })

  async function asked(
    boards: readonly BoardId[],
    words: Record<string, string>,
  ): Promise<PeriodFigures> {
    const query = periodQuery.safeParse(words)
    if (!query.success) throw new DeskError('REQUEST_INVALID')
    const scope = await pages.scope(query.data)
    if (query.data.freeze !== undefined) return frozen(boards, scope, query.data)
    const answered = await Promise.all(
      boards.map(async (board) => ({
        board,
        answers: answersSchema.parse(await pages.answers(board, scope)),
      })),
    )
    const { settings, period } = scope
    return {
      centre: settings.centre,
      period,
      asOf: dateTimeInZone(context.clock(), settings.zone).replace('T', ' '),
      freeze: null,
      boards: answered.filter(({ answers }) => answers.length > 0),
      absent: pages.absent(scope),
      own: [...new Set(boards.flatMap((board) => ownBehind(board, own)))],
      mark: exportMark(context, settings.zone),
    }
  }

  /** The same of a 定稿: nothing is counted anew. */
  async function frozen(
    boards: readonly BoardId[],
    { period }: BoardScope,
    { p, v, freeze: number }: PeriodQuery,
  ): Promise<PeriodFigures> {
    const freeze = await book.named(p ?? '', number ?? '')
    const content = await book.content(freeze)
    const pages = boards
      .filter((board) => isFrozen(board))
      .map((board) => ({ board, ...frozenFigures(content, board, v ?? 'own') }))
    const { centre, zone } = pages[0]?.desk ?? { centre: '', zone: 'UTC' }
    return {
      centre,
      period,
      asOf: dateTimeInZone(Date.parse(freeze.at), zone).replace('T', ' '),
      freeze,
      boards: pages.filter(({ answers }) => answers.length > 0),
      absent: pages[0]?.absent ?? [],
      own: [],
      mark: exportMark(context, zone),
    }
  }
}

function boardNamed(id = ''): BoardId {
  if (!isBoardId(id)) throw new DeskError('REQUEST_NOT_FOUND')
  return id
}

function titleOf({ centre, period, boards, freeze }: PeriodFigures): string {
  const [only] = boards
  const what = only ? boardOf(only.board).label : '各项数字'
  const draft = freeze ? `第${freeze.number}稿` : ''
  return [centre, periodLabel(period), what, draft].filter((word) => word !== '').join(' ')
}
