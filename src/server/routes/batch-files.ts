import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { FILES } from '#shared/contract/files.ts'
import { refusalSchema, type Refusal } from '#shared/contract/import-cells.ts'
import { csvOf } from '#shared/csv.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_RIGHTS } from '#shared/rights/right.ts'
import { refusalRows } from '#shared/refusal-rows.ts'
import type { DeskContext } from '../app.ts'
import { fileAnswer, savedName } from '../export/file-answer.ts'
import { sniff } from '../ingest/sniff.ts'
import { serveFile } from '../serve.ts'
import { isOfMasked } from '../seen/shown-rows.ts'
import { isUnmasked } from '../seen/unmasked-file.ts'
import { batchNamed } from './batches.ts'

/** How names of tables end, by what their bytes are; what a text is called is no program's name. */
const TABLES: Readonly<Record<ReturnType<typeof sniff>, readonly [string, ...string[]]>> = {
  zip: ['xlsx', 'ods', 'xlsm'],
  ole: ['xls', 'et'],
  oldBook: ['xls', 'et'],
  markup: ['txt', 'xls'],
  json: ['json'],
  text: ['csv', 'txt', 'tsv'],
  other: ['bin'],
}

const refusalsSchema = z.array(refusalSchema)

/** What came with a batch: its files as they were given, and the rows it refused. */
export function batchFileRoutes(app: Hono, { store, masked, textShown }: DeskContext): void {
  serveFile(app, FILES.batchFile, async (request) => {
    const { files, counts } = await batchNamed(store, request.req.param('batch'))
    if (masked && isOfMasked({ counts }, masked))
      throw new DeskError('RIGHT_MISSING', LEDGER_RIGHTS.identify.label)
    const file = files.find(({ hash }) => hash === request.req.param('hash'))
    const bytes = file && (await store.file(file.hash))
    if (!file || !bytes) throw new DeskError('REQUEST_NOT_FOUND')
    // A file of a ledger that names nobody may mention somebody all the same.
    if (textShown && !(await isUnmasked(bytes, await textShown())))
      throw new DeskError('FILE_UNDER_MASKS')
    return fileAnswer(bytes, savedName(file.name, TABLES[sniff(bytes)]), 'application/octet-stream')
  })

  serveFile(app, FILES.batchRefusals, async (request) => {
    const { id, title } = await batchNamed(store, request.req.param('batch'))
    const refusals: Refusal[] = []
    for (let after = 0; ;) {
      const part = await store.importPart({ owner: id, kind: 'refusals', after })
      if (!part) break
      refusals.push(...refusalsSchema.parse(JSON.parse(part.json)))
      after = part.number
    }
    const text = csvOf(refusalRows(refusals))
    return fileAnswer(text, `${title} 没有入库的行.csv`, 'text/csv;charset=utf-8')
  })
}
