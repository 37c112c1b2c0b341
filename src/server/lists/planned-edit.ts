import type { ListEdit } from '#shared/contract/lists.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { aliasesOf, aliasText } from '#shared/records/names.ts'
import { readLevels } from '#shared/ledgers/outlet-levels.ts'

export interface Entry {
  readonly id: string
  readonly row: Row
}

/** What an edit does to a list, before anything is written. */
export interface PlannedEdit {
  readonly title: string
  /** A sentence each. */
  readonly acts: readonly string[]
  /** The list as it will be. */
  readonly entries: readonly Row[]
  readonly change: { readonly id: string; readonly cells: Row } | null
  readonly add: Row | null
  readonly removed: readonly string[]
}

/** Works an edit out over a list's entries. Throws DeskError where it cannot be. */
export function plannedEdit(
  list: LedgerId,
  entries: readonly Entry[],
  edit: Exclude<ListEdit, { kind: 'save' }> | { kind: 'save'; entry: string | null; cells: Row },
): PlannedEdit {
  const { label } = ledgerOf(list)
  if (edit.kind === 'apply') {
    const title = `按${label}名录记名`
    const rows = entries.map(({ row }) => row)
    return { title, acts: [], entries: rows, change: null, add: null, removed: [] }
  }
  if (edit.kind === 'merge') {
    const keep = named(entries, edit.keep)
    const merge = named(entries, edit.merge)
    if (keep.id === merge.id) throw new DeskError('LIST_MERGE_SELF', nameOf(keep))
    return joined(list, entries, keep, { row: keep.row, merged: [merge] })
  }
  return saved(list, entries, edit.entry === null ? null : named(entries, edit.entry), edit.cells)
}

function saved(
  list: LedgerId,
  entries: readonly Entry[],
  entry: Entry | null,
  cells: Row,
): PlannedEdit {
  const row: Row = { ...entry?.row, ...cells }
  const name = String(row.name ?? '')
  const others = entries.filter(({ id }) => id !== entry?.id)
  if (others.some((other) => nameOf(other) === name)) throw new DeskError('LIST_NAME_TAKEN', name)
  const owner = others.find((other) => aliasesOf(other.row).includes(name))
  if (owner) throw new DeskError('LIST_NAME_IS_ALIAS', `${name}：${nameOf(owner)}`)
  if (typeof row.levels === 'string' && readLevels(row.levels) === null)
    throw new DeskError('LIST_LEVELS_UNREADABLE', row.levels)
  const before = entry ? nameOf(entry) : name
  const aliases = [...aliasesOf(row), ...(before === name ? [] : [before])]
  const merged = others.filter((other) => aliases.includes(nameOf(other)))
  const own = aliases.filter((alias) => alias !== name)
  return joined(list, entries, entry, { row: { ...row, aliases: aliasText(own) || null }, merged })
}

/** The entry with others merged into it: their names become its 又名, cells it lacks are taken over. */
function joined(
  list: LedgerId,
  entries: readonly Entry[],
  entry: Entry | null,
  { row, merged }: { readonly row: Row; readonly merged: readonly Entry[] },
): PlannedEdit {
  const gone = new Set(merged.map(({ id }) => id))
  const result = merged.reduce((kept, other) => withOther(kept, other.row), row)
  const name = String(result.name)
  const changed = Object.entries(result).filter(
    ([field, cell]) => (entry?.row[field] ?? null) !== cell,
  )
  const cells = Object.fromEntries(changed)
  const { label, fields } = ledgerOf(list)
  const facts = changed.map(
    ([field, cell]) => `“${name}”的${fields[field]?.label ?? field}：${cell ?? '空'}`,
  )
  const mergings = merged.map((other) => `“${nameOf(other)}”并入“${name}”，成为又名`)
  const verb = merged.length > 0 ? '合并' : entry ? '修改' : '新增'
  const from = merged.map(nameOf).join('、')
  return {
    title: `${verb}${label}：${from === '' ? '' : `${from} → `}${name}`,
    acts: [...(entry ? [] : [`名录新增“${name}”`]), ...mergings, ...(entry ? facts : [])],
    entries: [
      ...entries.filter(({ id }) => id !== entry?.id && !gone.has(id)).map((other) => other.row),
      result,
    ],
    change: entry && changed.length > 0 ? { id: entry.id, cells } : null,
    add: entry ? null : result,
    removed: [...gone],
  }
}

function withOther(row: Row, other: Row): Row {
  const cells: Record<string, Cell> = { ...row }
  for (const [field, cell] of Object.entries(other))
    if (!SPAN.has(field) && (cells[field] ?? null) === null) cells[field] = cell
  const names = [...aliasesOf(row), String(other.name), ...aliasesOf(other)]
  cells.aliases = aliasText(names.filter((name) => name !== row.name)) || null
  cells.validFrom = both(row.validFrom, other.validFrom, (a, b) => (a < b ? a : b))
  cells.validTo = both(row.validTo, other.validTo, (a, b) => (a > b ? a : b))
  return cells
}

const SPAN = new Set(['validFrom', 'validTo', 'aliases'])

/** An end of the time in use: open where either is open. */
const both = (
  a: Cell | undefined,
  b: Cell | undefined,
  pick: (a: string, b: string) => string,
): Cell => (typeof a === 'string' && typeof b === 'string' ? pick(a, b) : null)

const nameOf = ({ row }: Entry): string => String(row.name ?? '')

function named(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((other) => other.id === id)
  if (!entry) throw new DeskError('RECORD_NOT_FOUND', id)
  return entry
}
