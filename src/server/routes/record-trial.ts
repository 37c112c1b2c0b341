import type { Likeness } from '#shared/contract/record-trial.ts'
import type { RuleWarning } from '#shared/contract/records.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { nameNotes, noteWords } from '#shared/records/name-notes.ts'
import { listsOf, nameBook } from '#shared/records/names.ts'
import { titleLikeness } from '#shared/metrics/adoption/likeness.ts'
import { addDays } from '#shared/time/day.ts'
import { ruleWarnings } from '../ingest/rule-refusals.ts'
import { tryTyped, type TypedContext } from '../ingest/typed.ts'
import { knownLists } from '../lists/known-lists.ts'
import type { Filter, Store, StoredRecord } from '../store/store.ts'

/** From here on two titles are shown side by side; “春耕一线” and “春耕一线见闻” are at 0.75. */
const ALIKE = 0.6
const SHOWN = 5

/** What saving typed cells would be told, of a new record or as a change of `kept`. */
export async function tryCells(
  store: Pick<Store, 'cells'>,
  ledger: LedgerId,
  cells: Readonly<Record<string, string>>,
  { kept, typed }: { readonly kept: StoredRecord | null; readonly typed: TypedContext },
) {
  const { row, refused } = tryTyped(ledger, cells, typed, kept?.row)
  const whole = { ...kept?.row, ...row }
  return {
    refused,
    warnings: [
      ...ruleWarnings(ledgerOf(ledger), whole, kept ? Object.keys(row) : undefined),
      ...(await nameWarnings(store, ledger, whole)),
    ],
    alike: await alikeRecords(store, { ledger, row: whole, except: kept?.id ?? null }),
  }
}

/** How the names that stand in a form will be kept. */
async function nameWarnings(
  store: Pick<Store, 'cells'>,
  ledger: LedgerId,
  row: Row,
): Promise<RuleWarning[]> {
  const definition = ledgerOf(ledger)
  const known = Object.entries(await knownLists(store, listsOf(definition).filter(isLedgerId)))
  const books = new Map(known.map(([list, entries]) => [list, nameBook(entries)]))
  return nameNotes(definition, row, books).map((note) => ({
    rule: `names-${note.kind}-${note.written}`,
    field: note.field,
    words: noteWords(note),
  }))
}

interface Written {
  readonly ledger: LedgerId
  readonly row: Row
  /** The record being changed, which is no double of itself. */
  readonly except: string | null
}

/**
 * Records near in time and at the same place whose text is alike, most alike first. Empty where the
 * ledger says not by what its records are alike, or the text or the day is not written yet.
 */
async function alikeRecords(
  store: Pick<Store, 'cells'>,
  { ledger, row, except }: Written,
): Promise<Likeness[]> {
  const { alike, key } = ledgerOf(ledger)
  const [text, on] = alike ? [textOf(row[alike.text]), textOf(row[alike.on])] : ['', '']
  if (!alike || text === '' || on.length < 10) return []
  const day = on.slice(0, 10)
  const place = alike.place === undefined ? '' : textOf(row[alike.place])
  const filters: Filter[] = [
    { field: alike.on, from: addDays(day, -alike.days), to: addDays(day, alike.days) },
    ...(alike.place !== undefined && place !== ''
      ? [{ field: alike.place, in: [place], orEmpty: true }]
      : []),
  ]
  const near = await store.cells({
    ledger,
    fields: [
      'id',
      ...new Set([alike.text, alike.on, ...(alike.place ? [alike.place] : []), ...key]),
    ],
    filters,
    sort: { field: alike.on, descending: true },
  })
  return near
    .filter(({ id }) => id !== except)
    .map((known) => ({
      id: textOf(known.id),
      text: textOf(known[alike.text]),
      on: textOf(known[alike.on]),
      place: alike.place === undefined ? '' : textOf(known[alike.place]),
      likeness: titleLikeness(text, textOf(known[alike.text])),
      isSameKey: key.every((field) => textOf(known[field]) === textOf(row[field])),
    }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, SHOWN)
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '')
