import type * as z from 'zod/mini'
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'
import type { confirmImport } from '#shared/contract/imports.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { isLedgerId, type LedgerId } from '#shared/ledgers/index.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { preparedSchema, type Prepared } from '../ingest/prepared.ts'
import type { ClosedRows, Draft, DraftRows, Outcome, Writer } from '../store/store.ts'
import type { Doing } from './imports-under-way.ts'

interface Loading {
  readonly prepared: Prepared
  readonly chosen: readonly Prepared['preview']['sections'][number][]
  readonly closed: ClosedRows
  readonly doing: Doing
}

/** What of a draft is to be loaded. Throws where that is nothing, or a reason is missing. */
export function askedOf(
  draft: Draft,
  { sections, closed: said }: z.infer<typeof confirmImport.body>,
): Omit<Loading, 'doing'> {
  const prepared = preparedSchema.parse(JSON.parse(draft.prepared))
  const chosen = prepared.preview.sections.filter(
    ({ id, ledger, records }) => sections.includes(id) && ledger !== null && records > 0,
  )
  if (chosen.length === 0) throw new DeskError('IMPORT_NOTHING_CHOSEN')
  const closed: ClosedRows = said ?? 'refuse'
  if (closed !== 'refuse' && closed !== 'leaveOut' && closed.belated.trim() === '')
    throw new DeskError('REASON_MISSING')
  return { prepared, chosen, closed }
}

/** Loads the chosen sections as one batch, in one transaction; gives its id. Ended early, nothing of it stays. */
export async function loadDraft(
  context: DeskContext,
  draft: Draft,
  loading: Loading,
): Promise<string> {
  const { prepared, chosen } = loading
  const own = await context.store.settings()
  const load = async (writer: Writer): Promise<string> => {
    const { batch } = await loadInto(context, writer, draft, loading)
    const settings = filledIn(own, prepared.proposed)
    if (settings) await writer.saveSettings(settings)
    const sections = chosen.map(({ id }) => id)
    await writer.keepRefusals(draft.id, sections, batch)
    await writer.dropDraft(draft.id)
    mustBeWanted(loading.doing)
    return batch
  }
  return context.store.write(load, aboutOf(loading))
}

/** How much there is to load. */
export const aboutOf = ({ chosen }: Pick<Loading, 'chosen'>): { readonly rows: number } => ({
  rows: chosen.reduce((sum, { records }) => sum + records, 0),
})

/** The chosen sections as one batch of a write, which whoever runs it keeps or not. */
export async function loadInto(
  context: DeskContext,
  writer: Writer,
  draft: Draft,
  loading: Loading,
): Promise<{ batch: string; outcomes: ReadonlyMap<LedgerId, Outcome> }> {
  const { prepared, closed } = loading
  const rowsOf = counted(loading, draft.id)
  writer.closedRows(closed)
  const act = await openBatch(context, writer, {
    kind: 'import',
    title: draft.files.map((file) => file.name).join('、'),
    why: '导入台账',
    files: draft.files,
    notes: notesOf(prepared),
  })
  const outcomes = await loadSections(writer, loading, rowsOf, act.batch)
  return { batch: act.batch, outcomes }
}

/** Rows of a section, telling how many of all there are, until nobody wants them. */
function counted(loading: Loading, draft: string): (section: string) => DraftRows {
  const { doing } = loading
  const { rows: total } = aboutOf(loading)
  let done = 0
  return (section) => {
    const before = done
    return {
      draft,
      section,
      passed(rows) {
        done = before + rows
        doing.told({ stage: 'loading', file: '', done, total })
        mustBeWanted(doing)
      },
    }
  }
}

/** Throws IMPORT_CANCELLED, so that the write it is in is rolled back. */
function mustBeWanted({ signal }: Doing): void {
  if (signal.aborted) throw new DeskError('IMPORT_CANCELLED')
}

/** Rows, the names they use and the days they cover; sections one by one, so equal keys meet. */
async function loadSections(
  writer: Writer,
  { prepared, chosen, doing }: Loading,
  rowsOf: (section: string) => DraftRows,
  batch: string,
): Promise<Map<LedgerId, Outcome>> {
  const outcomes = new Map<LedgerId, Outcome>()
  for (const { id, ledger, coverage, strays = [] } of chosen) {
    if (ledger === null) continue
    const { added, changed, same } = await writer.put(ledger, rowsOf(id), batch)
    mustBeWanted(doing)
    const so = outcomes.get(ledger) ?? { added: 0, changed: 0, same: 0 }
    outcomes.set(ledger, {
      added: so.added + added,
      changed: so.changed + changed,
      same: so.same + same,
    })
    // Its days whole, also those another batch covers: rows both hold stay when that one is taken back.
    for (const days of [...(coverage ? [coverage] : []), ...strays])
      await writer.cover({ ledger, ...days, batch })
    for (const [list, names] of Object.entries(prepared.lists[id] ?? {})) {
      if (isLedgerId(list)) await writer.addNames(list, names, batch)
    }
  }
  return outcomes
}

/** What a file says of the centre, where the centre has not said it itself. */
function filledIn(own: Settings | null, proposed: Prepared['proposed']): Settings | null {
  if (!proposed) return null
  const { centre = '', prefecture = '', province = '' } = proposed
  const settings = own ?? DEFAULT_SETTINGS
  return {
    ...settings,
    centre: settings.centre || centre,
    prefecture: settings.prefecture || prefecture,
    province: settings.province || province,
  }
}

const notesOf = ({ preview }: Prepared): string[] =>
  preview.sections.flatMap(({ sheet, notes }) => notes.map((note) => `${sheet}：${note.text}`))
