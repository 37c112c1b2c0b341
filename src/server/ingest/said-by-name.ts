import type { Field, Ledger } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { nameBook } from '#shared/records/names.ts'
import { PLATFORM } from '#shared/ledgers/platform-words.ts'
import { plainText } from './cells.ts'
import { onlyMonth, type SheetContext } from './context.ts'
import { headingOf } from './heading.ts'
import type { MappedColumn } from './map-columns.ts'
import type { KnownLists } from './name-notes.ts'
import { normaliseCell } from './normalise.ts'
import { ANYWHERE } from './reading.ts'

/**
 * What a sheet's name says of all its rows, as typed, by field: one sheet a level (省级媒体), a platform
 * (抖音), an outlet (某某日报), a department. Only of a field no column holds, and only where the name is a word of that
 * field and of no other; a ledger's own name (采用) says just which ledger it is.
 */
export function saidByName(
  ledger: LedgerId,
  held: ReadonlySet<string>,
  name: string,
  lists: KnownLists,
): Readonly<Record<string, string>> {
  const { fields, label, names } = ledgerOf(ledger)
  const words = wordsOf(name).filter((word) => ![label, ...names].some((own) => own.includes(word)))
  const said = Object.entries(fields).flatMap(([id, field]) => {
    const word = held.has(id) ? undefined : words.find((each) => isWordOf(field, each, lists))
    return word === undefined ? [] : [[id, word] as const]
  })
  return said.length === 1 ? Object.fromEntries(said) : {}
}

/**
 * The month the words around a sheet name, for a ledger dated by days or months of which no column holds
 * any, where its amount is said to be of this month: 本月支出 on a sheet called 3月.
 */
export function monthSaid(
  { fields }: Ledger,
  columns: readonly MappedColumn[],
  context: SheetContext,
): Readonly<Record<string, string>> | null {
  const [dated] =
    Object.entries(fields).find(([, { kind, required }]) => kind === 'dayOrMonth' && required) ?? []
  const month = onlyMonth(context)
  const isOfMonth = ({ field, column }: MappedColumn): boolean =>
    field !== null &&
    fields[field]?.kind === 'money' &&
    /^[本当]月/.test(headingOf(column.text).bare)
  const isDated = columns.some(({ field }) => field === dated)
  return dated === undefined || isDated || month === null || !columns.some(isOfMonth)
    ? null
    : { [dated]: month }
}

/** What may follow the word in a sheet's name and says nothing of its own. */
const TAIL =
  /(?:(?:主流)?媒体|平台|账号|采用|上稿|外宣|内宣|发稿|发布|稿件|作品|情况|统计|台账|明细|汇总|登记|表)+$/

function wordsOf(name: string): string[] {
  const whole = plainText(name).replace(/\s+/g, '')
  return [...new Set([whole, whole.replace(TAIL, '')])].filter((word) => word !== '')
}

function isWordOf(field: Field, word: string, lists: KnownLists): boolean {
  if (field.kind === 'choice') {
    // Codes are the desk's own: a file called first.csv says nothing of 首发.
    const codes = Object.keys(field.options ?? {}).map((code) => code.toLowerCase())
    return !codes.includes(word.toLowerCase()) && normaliseCell(field, word, ANYWHERE).ok
  }
  if (field.list === undefined) return false
  const { how } = nameBook(lists[field.list] ?? []).resolve(word, null)
  if (how === 'name' || how === 'alias') return true
  return OF_EVERYBODY[field.list]?.test(word) ?? false
}

/** What everybody takes for a name of such a list, by list. */
const OF_EVERYBODY: Readonly<Record<string, RegExp | undefined>> = {
  platforms: new RegExp(`^(?:${PLATFORM.source}|电视|广播|网站)+$`),
  outlets:
    /^(?:新华社|学习强国|央视|[\p{Script=Han}A-Za-z]{2,12}(?:[日晚晨早商周时导]报|都市报|广播电台|电视台|卫视|新闻网|客户端|通讯社))$/u,
}
