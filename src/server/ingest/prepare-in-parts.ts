import { DeskError } from '#shared/diagnostics.ts'
import { prepareImport } from './prepare.ts'
import type { Prepare, Prepared, PreparedRows, Watch } from './prepared.ts'

/** Rows handed over at once: few enough that handling them holds nobody up. */
const PART = 1000

/** Refusals that stand in the preview; a file may have one a row. */
const MOST_SHOWN = 200

/** Reads files where it is called, in one go; what comes of them is handed over in parts. */
export const prepareInParts: Prepare = async (files, context, watch) => {
  const { rows, ...prepared } = prepareImport(files, context, watch.told)
  await keepRows(rows, watch)
  for (const { id, refusals } of prepared.preview.sections)
    await keepAll(id, 'refusals', refusals, watch)
  return { ...prepared, preview: shortened(prepared.preview) }
}

async function keepRows(rows: PreparedRows['rows'], watch: Watch): Promise<void> {
  const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0)
  let done = 0
  for (const [section, list] of Object.entries(rows)) {
    await keepAll(section, 'rows', list, watch, (count) => {
      done += count
      watch.told({ stage: 'keeping', file: '', done, total })
    })
  }
}

/** A part is made while the one before is kept. */
async function keepAll(
  section: string,
  kind: 'rows' | 'refusals',
  list: readonly unknown[],
  { keep, signal }: Watch,
  kept?: (count: number) => void,
): Promise<void> {
  let before: Promise<void> | null = null
  for (let start = 0; start < list.length; start += PART) {
    const part = list.slice(start, start + PART)
    const json = JSON.stringify(part)
    await before
    if (signal.aborted) throw new DeskError('IMPORT_CANCELLED')
    before = keep({ section, kind, json }).then(() => kept?.(part.length))
  }
  await before
}

function shortened(preview: Prepared['preview']): Prepared['preview'] {
  const sections = preview.sections.map((section) => {
    const left = section.refusals.length - MOST_SHOWN
    if (left <= 0) return section
    return { ...section, refusals: section.refusals.slice(0, MOST_SHOWN), moreRefusals: left }
  })
  return { ...preview, sections }
}
