import { LEVELS } from '#shared/ledgers/dictionaries.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { outlets } from '#shared/ledgers/lists.ts'
import { nameBook, type NameBook } from '#shared/records/names.ts'
import { levelOn } from '#shared/ledgers/outlet-levels.ts'
import { duplicatePairs } from '../boards/adoption/duplicates.ts'
import { text, usesOver, type RecordedUse } from '../boards/adoption/uses.ts'
import type { BoardScope } from '../boards/scope.ts'
import { found, knows, recordPlace, unable, type Checkers, type Found } from './results.ts'

const LEVEL_WORDS: Readonly<Record<string, { readonly label: string }>> = LEVELS
const levelWord = (level: string): string => LEVEL_WORDS[level]?.label ?? level

/** Where a use's outlet stands against the list of outlets, on the day of the use. */
interface Standing {
  readonly entry: Row | null
  readonly says: string
}

function standingOf(use: RecordedUse, book: NameBook): Standing | null {
  const { entry, how } = book.resolve(use.outlet, use.day)
  if (how === 'unclear') return { entry, says: '是名录里几家媒体共有的又名' }
  if (entry === null) return { entry, says: '不在媒体名录里' }
  const listed = levelOn(entry, use.day)
  if (listed === null) return { entry, says: '在名录里没有级别' }
  if (use.level === '' || listed.level === use.level) return null
  return { entry, says: `台账记作${levelWord(use.level)}，名录是${levelWord(listed.level)}` }
}

/** Outlets used in the period that the list does not know, has no level for, or has at another level. */
async function outletFaults(scope: BoardScope): Promise<Found[]> {
  const entries = await scope.store.cells({
    ledger: 'outlets',
    fields: ['id', ...Object.keys(outlets.fields)],
    filters: [],
  })
  const book = nameBook(entries)
  const { uses } = await usesOver(scope, scope.period)
  const faults = new Map<string, { readonly standing: Standing; readonly uses: RecordedUse[] }>()
  for (const use of uses) {
    const standing = use.outlet === '' ? null : standingOf(use, book)
    if (standing === null) continue
    // Said of one year: what was looked into then says nothing of the next.
    const year = use.day.slice(0, 4)
    const key = ['outlet', use.outlet, use.level, standing.says, year].join('|')
    const known = faults.get(key)
    if (known) known.uses.push(use)
    else faults.set(key, { standing, uses: [use] })
  }
  return [...faults].map(([key, fault]) => outletFault(key, fault.standing, fault.uses, scope))
}

/** An entry without a level is mended in the list, all else in the ledger. */
function outletFault(
  key: string,
  { entry, says }: Standing,
  uses: readonly RecordedUse[],
  { period }: BoardScope,
): Found {
  const days = uses.map(({ day }) => day).toSorted()
  const [first] = uses
  const { outlet = '', level = '' } = first ?? {}
  const [from = '', to = ''] = [days[0], days.at(-1)]
  const isOfList = entry !== null && says.includes('没有级别')
  const where = [
    `outlet:${encodeURIComponent(outlet)}`,
    `level:${level}`,
    `day>:${from}`,
    `day<:${to}`,
  ]
  return {
    key,
    what: `${outlet}${says}（${uses.length} 条采用）`,
    at: to,
    place: isOfList
      ? recordPlace('outlets', text(entry.id))
      : {
          kind: 'records',
          ledger: 'adoptions',
          query: { p: period.key, measure: 'records', where: where.join(',') },
        },
  }
}

export const adoptionChecks = {
  scoredTwice: async ({ scope }) => {
    if (!knows(scope, 'adoptions')) return unable('这段时间没有登记上级采用')
    const { from, to } = scope.period
    const pairs = await duplicatePairs(scope, { from, to })
    return found(
      pairs.map(({ first, second, days, isSameTitle }) => ({
        key: `twice|${first.id}|${second.id}`,
        what: `${second.outlet}《${second.work}》与 ${first.day} 的一条${isSameTitle ? '同题' : '链接相同'}，${days === 0 ? '同一天' : `相隔 ${days} 天`}`,
        at: second.day,
        place: recordPlace('adoptions', second.id),
      })),
    )
  },
  outletLevels: async ({ scope }) =>
    knows(scope, 'adoptions')
      ? found(await outletFaults(scope))
      : unable('这段时间没有登记上级采用'),
} satisfies Checkers<'scoredTwice' | 'outletLevels'>
