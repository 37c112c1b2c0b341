import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, MASK } from '#shared/masks.ts'
import { fieldNamed, isSearched, searchWords } from '../store/cells.ts'
import type { CellsQuery, Filter, RecordsQuery } from '../store/store.ts'

type Asked = Pick<RecordsQuery, 'ledger' | 'filters' | 'search'>

/**
 * Questions as somebody may ask them who sees masks: a filter or a search finds what is shown to
 * them, `138****5678` by its mask as well, and no name or number by guessing it.
 */
export function maskedQuestions(shown: (query: CellsQuery) => Promise<Row[]>) {
  const isHidden = (ledger: LedgerId, field: string): boolean =>
    citizenFields(ledgerOf(ledger)).includes(field)

  /** Records that look so among those that may: `may` narrows by what stands unmasked. */
  async function found(
    ledger: LedgerId,
    field: string,
    may: readonly Filter[],
    looks: (cell: string) => boolean,
  ): Promise<{ readonly yes: string[]; readonly no: string[] }> {
    const rows = await shown({ ledger, fields: ['id', field], filters: may })
    const [yes, no] = [true, false].map((is) =>
      rows.filter((row) => looks(String(row[field] ?? '')) === is).map(({ id }) => String(id)),
    )
    return { yes: yes ?? [], no: no ?? [] }
  }

  /** What a masked cell shows of a text without a mask stands there unmasked too. */
  async function looking(
    ledger: LedgerId,
    field: string,
    part: string,
    { isWhole }: { readonly isWhole: boolean },
  ): Promise<Filter> {
    const looks = (cell: string): boolean =>
      isWhole ? cell === part : lower(cell).includes(lower(part))
    if (ledgerOf(ledger).fields[field]?.derive)
      return { field: 'id', in: (await found(ledger, field, [], looks)).yes }
    const pieces = part.split(MASK).filter((piece) => piece !== '')
    const isPlain = !part.includes(MASK)
    const may: Filter[] =
      isPlain && isWhole
        ? [{ field, in: [part] }]
        : pieces.map((piece) => ({ field, contains: piece }))
    const { yes, no } = await found(ledger, field, may, looks)
    if (!isPlain) return { field: 'id', in: yes }
    return { field: 'id', anyOf: [[...may, ...(no.length > 0 ? [{ field: 'id', not: no }] : [])]] }
  }

  async function filterOf(ledger: LedgerId, filter: Filter): Promise<Filter> {
    const { field, in: words, contains, anyOf, orEmpty, ...rest } = filter
    const ways = anyOf && (await Promise.all(anyOf.map((way) => filtersOf(ledger, way))))
    if (!isHidden(ledger, field)) return ways ? { ...filter, anyOf: ways } : filter
    const conditions: Filter[] = [{ field, ...rest }]
    if (words) {
      const each = words.filter((word) => word !== '')
      const looked = await Promise.all(
        each.map((word) => looking(ledger, field, word, { isWhole: true })),
      )
      const empty = words.includes('') ? [[{ field, isPresent: false }]] : []
      conditions.push({ field, anyOf: [...looked.map((one) => [one]), ...empty] })
    }
    if (contains !== undefined)
      conditions.push(await looking(ledger, field, contains, { isWhole: false }))
    if (ways) conditions.push({ field, anyOf: ways })
    const empty = orEmpty ? [[{ field, isPresent: false }]] : []
    return { field, anyOf: [conditions, ...empty] }
  }

  const filtersOf = (ledger: LedgerId, filters: readonly Filter[]): Promise<Filter[]> =>
    Promise.all(filters.map((filter) => filterOf(ledger, filter)))

  async function searchOf(ledger: LedgerId, word: string): Promise<Filter> {
    const { fields } = ledgerOf(ledger)
    const searched = Object.keys(fields).filter((name) =>
      isSearched(fieldNamed(ledgerOf(ledger), name)),
    )
    const ways = searched.map((field) =>
      isHidden(ledger, field)
        ? looking(ledger, field, word, { isWhole: false })
        : Promise.resolve({ field, contains: word }),
    )
    return { field: 'id', anyOf: (await Promise.all(ways)).map((way) => [way]) }
  }

  return {
    /** The question with its filters and its search held to what is shown. */
    async asked<Q extends Asked>(query: Q): Promise<Q> {
      const { search, ...rest } = query
      const words = searchWords(search)
      const filters = [
        ...(await filtersOf(query.ledger, query.filters)),
        ...(await Promise.all(words.map((word) => searchOf(query.ledger, word)))),
      ]
      return { ...query, ...rest, search: '', filters }
    },
    /** An order by what is hidden would tell it apart: that goes by the order of entry. */
    sorted: <S extends RecordsQuery['sort']>(ledger: LedgerId, sort: S): S =>
      isHidden(ledger, sort.field) ? { ...sort, field: 'id' } : sort,
    isHidden,
  }
}

const lower = (text: string): string => text.replace(/[A-Z]+/g, (signs) => signs.toLowerCase())
