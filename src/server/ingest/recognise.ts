import type { Ledger } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { ReadSheet } from './cells.ts'
import { contextOf, type SheetContext } from './context.ts'
import { bannerOf, possibleHeads, type Head } from './head.ts'
import { isOrdinalHeading } from './heading.ts'
import { exportKindOf, type ExportKind } from './export-kinds.ts'
import { hasKnownHeading, mapColumns, type MappedColumn } from './map-columns.ts'
import { headingSet, settledColumns, type Asked } from './corrected.ts'
import type { KnownMapping } from './prepared.ts'
import { labelBonus, nameBonus, type Around } from './name-bonus.ts'
import { monthSaid, saidByName } from './said-by-name.ts'
import { apart, besides, isByMonth, type Attempt } from './plans-together.ts'

/** How a sheet is read into one ledger. */
export interface Plan {
  readonly ledger: LedgerId
  readonly columns: readonly MappedColumn[]
  /** What all rows hold in fields that no column holds, as typed. */
  readonly given: Readonly<Record<string, string>>
  /** What of that the sheet's name says. */
  readonly named: Readonly<Record<string, string>>
  /** What of that was said of another table of these headings, before or beside this one. */
  readonly remembered: Readonly<Record<string, string>>
  /** Required fields that neither a column nor `given` holds. */
  readonly missing: readonly string[]
  /** The platform's own export it is. */
  readonly kind: ExportKind | null
  /** The user's correction it was read by. */
  readonly mapping: KnownMapping | null
}

/** What a sheet was taken for; two plans where months stand across. */
export interface Recognised {
  readonly head: Head
  readonly context: SheetContext
  readonly plans: readonly Plan[]
  /** Other ledgers it fits about as well. */
  readonly candidates: readonly LedgerId[]
}

/** What a sheet that fits no ledger comes nearest to. */
export interface Unrecognised {
  readonly head: Head | null
  readonly plans: null
  readonly candidates: readonly LedgerId[]
  /** Required fields the first candidate lacks. */
  readonly missing: readonly string[]
}

/**
 * Finds the head of a sheet and the ledger its headings fit best. `file` is the file's name. A ledger
 * the user named is taken even where required fields are missing, and so is one that a sheet comes
 * nearest to by far: what lacks is then asked for, and no row is read before.
 */
export function recognise(sheet: ReadSheet, file: string, asked: Asked): Recognised | Unrecognised {
  const heads = possibleHeads(sheet)
  const tries = heads
    .map((head) => ({ head, mapping: mappingOf(head, asked) }))
    .filter(({ head, mapping }) => mapping !== null || hasKnownHeading(head))
    .flatMap(({ head, mapping }) => {
      const around = { banner: bannerOf(sheet, head), sheet: sheet.name, file }
      const context = withYear(contextOf(around.banner, sheet.name, file), asked)
      const ids = mapping?.isForced ? [mapping.ledger] : LEDGER_IDS
      return ids.flatMap((id) => attempt(id, head, around, context, mapping, asked) ?? [])
    })
  const fits = tries
    .filter(({ missing, plan }) => missing.length === 0 || plan.mapping?.isForced)
    .toSorted((a, b) => b.points - a.points)
  const [best] = fits.length > 0 ? fits : clearlyNearest(tries)
  if (!best || isAnyList(best, fits)) return unrecognised(tries, heads)
  const near = fits.filter(
    ({ head, points }) => head === best.head && points >= best.points - CLOSE,
  )
  const chosen = best.plan.mapping?.isForced ? [best] : besides(best, tries)
  const plans = chosen.map(({ plan }) => plan)
  const candidates = near
    .map(({ plan }) => plan.ledger)
    .filter((id) => plans.every(({ ledger }) => ledger !== id))
  const { head, context } = chosen[0] ?? best
  return { head, context, plans: apart(plans), candidates }
}

const CLOSE = 0.2
/** Columns known, and required ones not, where a sheet is still told from all other ledgers. */
const [KNOWN, LACKING] = [3, 2]
/** More than any likeness. */
const TOLD = 3

/** Whether it may be one list as well as another: nothing but a name tells departments from townships. */
function isAnyList(best: Attempt, fits: readonly Attempt[]): boolean {
  const isList = ({ plan }: Attempt): boolean => ledgerOf(plan.ledger).kind === 'list'
  return (
    isList(best) &&
    fits.some(
      (other) =>
        other.plan.ledger !== best.plan.ledger && isList(other) && other.points >= best.points,
    )
  )
}

/** The ledger a sheet of few unknown heads is like, when no other is about as like. */
function clearlyNearest(tries: readonly Attempt[]): Attempt[] {
  const [best, ...others] = tries.toSorted((a, b) => b.points - a.points)
  if (!best || best.matched < KNOWN || best.missing.length > LACKING) return []
  const rival = others.find(({ plan }) => plan.ledger !== best.plan.ledger)
  return rival && rival.points >= best.points - CLOSE ? [] : [best]
}

const mappingOf = (head: Head, { mappings }: Asked): KnownMapping | null =>
  mappings.size === 0 ? null : (mappings.get(headingSet(head)) ?? null)

/** The context with the year the user said, else the one that other sheets of its file name. */
export function withYear(context: SheetContext, { year, bookYear = null }: Asked): SheetContext {
  const said = (year: number, level: 'info' | 'warn', text: string): SheetContext => ({
    ...context,
    year,
    notes: [{ level, text: `年份 ${year} ${text}` }],
  })
  if (year !== null) return said(year, 'info', '是你填的')
  return context.year === null && bookYear !== null
    ? said(bookYear, 'warn', '取自同一文件的其他表')
    : context
}

function unrecognised(tries: readonly Attempt[], heads: readonly Head[]): Unrecognised {
  const likely = tries.filter(({ matched }) => matched >= 2).toSorted((a, b) => b.points - a.points)
  const candidates = [...new Set(likely.map(({ plan }) => plan.ledger))].slice(0, 3)
  return {
    head: likely[0]?.head ?? likelyHead(heads),
    plans: null,
    candidates,
    missing: likely[0]?.missing ?? [],
  }
}

/** Where no heading is known at all: the first line of two cells or more. */
const likelyHead = (heads: readonly Head[]): Head | null =>
  heads.find(({ rows, columns }) => rows.length === 1 && columns.length >= 2) ?? null

function attempt(
  id: LedgerId,
  head: Head,
  around: Around,
  context: SheetContext,
  corrected: KnownMapping | null,
  asked: Asked,
): Attempt | null {
  const ledger = ledgerOf(id)
  const exported = exportKindOf(head)
  const kind = exported?.ledger === id ? exported : null
  const mapping = corrected?.ledger === id ? corrected : null
  const columns = mapColumns(id, head, settledColumns(head, kind, mapping))
  const found = new Set(columns.flatMap(({ field }) => field ?? []))
  const hasMonths = columns.some(({ how }) => how === 'months')
  const month = hasMonths ? null : monthSaid(ledger, columns, context)
  const matched = columns.filter(({ field, how }) => field !== null && how !== 'months').length
  if (matched === 0 && !mapping?.isForced) return null
  const named = { ...saidByName(id, found, around.sheet, asked.lists), ...month }
  // What was said of a sheet's rows holds for whatever ledger they go to.
  const said = corrected?.isForced && !mapping ? {} : (corrected?.given ?? {})
  const given = Object.fromEntries(
    // A sheet's own name tells it from others of the same headings; a platform's export needs none.
    Object.entries({
      ...named,
      ...kind?.given,
      ...said,
      ...(kind ? {} : named),
      ...asked.given,
    }).filter(([field]) => ledger.fields[field] && !found.has(field)),
  )
  const remembered = Object.fromEntries(
    Object.entries(said).filter(
      ([field, text]) => given[field] === text && text !== '' && asked.given[field] === undefined,
    ),
  )
  const missing = Object.entries(ledger.fields)
    .filter(
      ([field, { required, kind: type }]) =>
        required &&
        !found.has(field) &&
        !given[field] &&
        !(type === 'year' && context.year !== null) &&
        !(hasMonths && type === 'dayOrMonth'),
    )
    .map(([field]) => field)
  const bonus = nameBonus(ledger, around)
  const isTold = kind !== null || mapping !== null
  if (missing.length === 0 && !isTold && !saysEnough(ledger, found, bonus)) return null
  const telling = columns.filter(
    ({ column, how }) => how !== 'months' && how !== 'total' && !isOrdinalHeading(column.text),
  )
  const share = matched / Math.max(1, telling.length)
  // A one-line reading wins over a two-line one that finds no more.
  const points =
    share +
    Math.min(matched, 12) * 0.04 +
    bonus +
    labelBonus(ledger, around) +
    (isTold ? TOLD : 0) -
    head.rows.length * 0.001 -
    missing.length * 0.3
  const plan = { ledger: id, columns, given, named, remembered, missing, kind, mapping }
  const isMonthly = hasMonths || month !== null || isByMonth(ledger, columns)
  return { head, context, plan, points, matched, missing, isMonthly }
}

/** A date and a remark fit half the ledgers: few columns need a figure of the ledger, or its name. */
function saysEnough(ledger: Ledger, found: ReadonlySet<string>, named: number): boolean {
  const required = Object.entries(ledger.fields).filter(([, field]) => field.required).length
  if (ledger.kind === 'list') return named > 0 || found.size >= 3
  const summed = Object.values(ledger.measures).flatMap(({ sum }) => sum ?? [])
  if (required <= 2 && summed.length > 0) {
    return summed.some((field) => found.has(field)) || named > 0 || found.size >= 4
  }
  return required >= 3 || found.size >= 3 || named > 0
}
