import type { Ledger } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { plainText, type ReadSheet } from './cells.ts'
import { contextOf, type SheetContext } from './context.ts'
import { bannerOf, possibleHeads, type Head } from './head.ts'
import { isOrdinalHeading } from './heading.ts'
import { hasKnownHeading, mapColumns, type MappedColumn } from './map-columns.ts'

/** How a sheet is read into one ledger. */
export interface Plan {
  readonly ledger: LedgerId
  readonly columns: readonly MappedColumn[]
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
  /** Labels of the required fields the first candidate lacks. */
  readonly missing: readonly string[]
}

/** Finds the head of a sheet and the ledger its headings fit best. `file` is the file's name. */
export function recognise(sheet: ReadSheet, file: string): Recognised | Unrecognised {
  const tries = possibleHeads(sheet)
    .filter(hasKnownHeading)
    .flatMap((head) => {
      const around = { banner: bannerOf(sheet, head), sheet: sheet.name, file }
      const context = contextOf(around.banner, sheet.name, file)
      return LEDGER_IDS.flatMap((id) => attempt(id, head, around, context) ?? [])
    })
  const fits = tries
    .filter(({ missing }) => missing.length === 0)
    .toSorted((a, b) => b.points - a.points)
  const [best] = fits
  if (!best) return unrecognised(tries)
  const near = fits.filter(
    ({ head, points }) => head === best.head && points >= best.points - CLOSE,
  )
  const plans = besides(best, fits).map(({ plan }) => plan)
  const candidates = near
    .map(({ plan }) => plan.ledger)
    .filter((id) => plans.every(({ ledger }) => ledger !== id))
  return { head: best.head, context: best.context, plans: apart(plans), candidates }
}

const CLOSE = 0.2

interface Attempt {
  readonly head: Head
  readonly context: SheetContext
  readonly plan: Plan
  readonly points: number
  readonly matched: number
  readonly missing: readonly string[]
  readonly hasMonths: boolean
}

type Around = { readonly banner: readonly string[]; readonly sheet: string; readonly file: string }

/** The best fit; where months stand across, the best with them and the best without. */
function besides(best: Attempt, fits: readonly Attempt[]): Attempt[] {
  const books = fits.filter(
    ({ head, plan }) => head === best.head && ledgerOf(plan.ledger).kind === 'book',
  )
  const across = books.find(({ hasMonths }) => hasMonths)
  const whole = books.find(({ hasMonths }) => !hasMonths)
  return across && whole ? [whole, across] : [best]
}

function unrecognised(tries: readonly Attempt[]): Unrecognised {
  const likely = tries.filter(({ matched }) => matched >= 2).toSorted((a, b) => b.points - a.points)
  const candidates = [...new Set(likely.map(({ plan }) => plan.ledger))].slice(0, 3)
  return {
    head: likely[0]?.head ?? null,
    plans: null,
    candidates,
    missing: likely[0]?.missing ?? [],
  }
}

function attempt(id: LedgerId, head: Head, around: Around, context: SheetContext): Attempt | null {
  const ledger = ledgerOf(id)
  const columns = mapColumns(id, head)
  const found = new Set(columns.flatMap(({ field }) => field ?? []))
  const hasMonths = columns.some(({ how }) => how === 'months')
  const matched = columns.filter(({ field, how }) => field !== null && how !== 'months').length
  if (matched === 0) return null
  const missing = Object.entries(ledger.fields)
    .filter(
      ([field, { required, kind }]) =>
        required && !found.has(field) && !(kind === 'year' && context.year !== null),
    )
    .filter(([, { kind }]) => !(hasMonths && kind === 'dayOrMonth'))
    .map(([, { label }]) => label)
  const named = nameBonus(ledger, around)
  if (missing.length === 0 && !saysEnough(ledger, found, named)) return null
  const telling = columns.filter(
    ({ column, how }) => how !== 'months' && how !== 'total' && !isOrdinalHeading(column.text),
  )
  const share = matched / Math.max(1, telling.length)
  // A one-line reading wins over a two-line one that finds no more.
  const points =
    share + Math.min(matched, 12) * 0.04 + named - head.rows.length * 0.001 - missing.length * 0.3
  return { head, context, plan: { ledger: id, columns }, points, matched, missing, hasMonths }
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

/** More for a longer name; a sheet's own words say more than the file's. */
function nameBonus(ledger: Ledger, { banner, sheet, file }: Around): number {
  const longest = (text: string) =>
    Math.max(
      0,
      ...ledger.names.filter((name) => plainText(text).includes(name)).map((name) => name.length),
    )
  const near = Math.max(longest(sheet), ...banner.map(longest))
  if (near > 0) return 0.25 + near * 0.03
  const far = longest(file)
  return far > 0 ? 0.12 + far * 0.03 : 0
}

/** Of two plans on one sheet, each lists what it uses itself; sums across go with the months. */
function apart(plans: readonly Plan[]): Plan[] {
  return plans.map((plan) => {
    const others = plans.filter((other) => other !== plan).flatMap(({ columns }) => columns)
    const isElsewhere = ({ column, how }: MappedColumn) =>
      how === 'total'
        ? others.some((other) => other.how === 'months')
        : how === 'unused' &&
          others.some((other) => other.column === column && other.field !== null)
    return { ...plan, columns: plan.columns.filter((column) => !isElsewhere(column)) }
  })
}
