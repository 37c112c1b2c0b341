import { sql, type RawBuilder } from 'kysely'
import type { Ledger } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { fieldNamed, isNumeric, isSearched, searchWords } from './cells.ts'
import { dateBounds } from './date-bounds.ts'
import type { Filter, RecordsQuery } from './store.ts'

type Fragment = RawBuilder<unknown>

type Question = Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>

const CONDITIONS = {
  live: sql`"removedAt" is null`,
  removed: sql`"removedAt" is not null`,
  both: sql`1 = 1`,
}

/** The condition that takes a question's records: live ones, those in the bin, or both. */
export function whereOf(
  { ledger, filters, search, batch }: Question,
  state: keyof typeof CONDITIONS = 'live',
): Fragment {
  const definition = ledgerOf(ledger)
  const parts: Fragment[] = [CONDITIONS[state]]
  if (batch !== undefined) parts.push(sql`batch = ${batch}`)
  for (const filter of filters) parts.push(filterOf(definition, filter))
  for (const word of searchWords(search)) parts.push(searchOf(definition, word))
  return sql.join(parts, sql` and `)
}

function filterOf(
  ledger: Ledger,
  {
    field,
    in: words,
    not,
    from,
    to,
    isPresent,
    contains,
    least,
    most,
    orEmpty,
    approved,
    anyOf,
  }: Filter,
): Fragment {
  const cell = sql.ref(field)
  const isNumber = field !== 'id' && isNumeric(fieldNamed(ledger, field))
  const { atLeast, below, except } = dateBounds(from, to)
  const parts: Fragment[] = []
  if (isPresent !== undefined)
    parts.push(isPresent ? sql`${cell} is not null` : sql`${cell} is null`)
  if (words) parts.push(oneOf(cell, words, isNumber))
  if (not) parts.push(sql`(${cell} is null or not ${oneOf(cell, not, isNumber)})`)
  if (contains !== undefined) parts.push(contained(cell, contains))
  const amount = isNumber ? cell : sql`cast(${cell} as real)`
  if (least !== undefined) parts.push(sql`${amount} >= ${least}`)
  if (most !== undefined) parts.push(sql`${amount} <= ${most}`)
  if (atLeast !== undefined) parts.push(sql`${cell} >= ${atLeast}`)
  if (below !== undefined) parts.push(sql`${cell} < ${below}`)
  if (except.length > 0) parts.push(sql`${cell} not in (${sql.join(except)})`)
  if (approved) parts.push(approvedOf(approved))
  if (anyOf) parts.push(anyWay(ledger, anyOf))
  const all = parts.length > 0 ? sql`(${sql.join(parts, sql` and `)})` : sql`(1 = 1)`
  return orEmpty ? sql`(${cell} is null or ${all})` : all
}

function anyWay(ledger: Ledger, ways: readonly (readonly Filter[])[]): Fragment {
  const all = ways.map((way) => {
    const each = way.map((filter) => filterOf(ledger, filter))
    return each.length > 0 ? sql`(${sql.join(each, sql` and `)})` : sql`(1 = 1)`
  })
  return all.length > 0 ? sql`(${sql.join(all, sql` or `)})` : sql`(1 = 0)`
}

function approvedOf({
  by: { on, months, batches },
  is,
}: NonNullable<Filter['approved']>): Fragment {
  const written = sql`coalesce("changedAt", "createdAt")`
  const date = on === null ? null : sql.ref(on)
  const place =
    date && sql`(case length(${date}) when 4 then ${date} || '-01' else substr(${date}, 1, 7) end)`
  const within = (value: Fragment, ends: readonly (readonly [string, string])[]): Fragment => {
    const cases = ends.map(([at, end]) => sql`when ${at} then ${end}`)
    return sql`${written} <= coalesce(case ${value} ${sql.join(cases, sql` `)} end, '')`
  }
  const ways = [
    ...(place && months.length > 0
      ? [
          within(
            place,
            months.map(({ month, at }) => [month, at]),
          ),
        ]
      : []),
    ...(batches.length > 0
      ? [
          within(
            sql`batch`,
            batches.map(({ batch, at }) => [batch, at]),
          ),
        ]
      : []),
  ]
  const any = ways.length > 0 ? sql`(${sql.join(ways, sql` or `)})` : sql`(1 = 0)`
  return is ? any : sql`not ${any}`
}

function oneOf(cell: Fragment, words: readonly string[], isNumber: boolean): Fragment {
  const texts = words.filter((word) => word !== '')
  const cells = isNumber
    ? texts.map(Number).filter((number, i) => String(number) === texts[i])
    : texts
  const listed = cells.length > 0 ? sql`${cell} in (${sql.join(cells)})` : sql`1 = 0`
  return words.includes('') ? sql`(${cell} is null or ${listed})` : listed
}

/** A cell that has a text in it, whatever the case. Only A to Z have one; to leave lower() out halves the time. */
export function contained(cell: Fragment, text: string): RawBuilder<boolean> {
  const pattern = `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`
  return /[a-z]/i.test(text)
    ? sql`lower(${cell}) like lower(${pattern}) escape '\\'`
    : sql`${cell} like ${pattern} escape '\\'`
}

function searchOf(ledger: Ledger, word: string): Fragment {
  const fields = Object.keys(ledger.fields).filter((name) => isSearched(fieldNamed(ledger, name)))
  const found = fields.map((name) => contained(sql.ref(name), word))
  return found.length > 0 ? sql`(${sql.join(found, sql` or `)})` : sql`1 = 0`
}

/** Empty cells last, then by id; `id` itself may be asked for. Decimals are kept as text. */
export function orderOf(ledger: Ledger, { field, descending }: RecordsQuery['sort']): Fragment {
  const way = descending ? sql`desc` : sql`asc`
  if (field === 'id') return sql`id ${way}`
  const cell = sql.ref(field)
  const value = fieldNamed(ledger, field).kind === 'decimal' ? sql`cast(${cell} as real)` : cell
  return sql`${value} ${way} nulls last, id asc`
}
