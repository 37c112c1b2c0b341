import type { Repeats } from '#shared/contract/sentiment.ts'
import type { BoardScope } from '../scope.ts'

const SHOWN = 12

/** What comes back within the period: a topic in one township, and a matter by its title. */
export async function repeatSubjects({
  tallies,
  store,
  period,
  settings,
}: BoardScope): Promise<Repeats> {
  const from = settings.sentiment.repeatFrom
  const ask = { ledger: 'alerts', measure: 'records' } as const
  const [byPlace, byMatter] = await Promise.all([
    tallies.over({ ...ask, cut: ['township', 'topic'] }, period),
    store.sums({ ...ask, cut: ['matter'], from: period.from, to: period.to, grain: 'day' }),
  ])
  const places = [...(byPlace ?? [])]
    .map(([key, { records }]) => {
      const [township = '', topic = ''] = key.split('+')
      return { township, topic, records }
    })
    .filter(({ township, topic, records }) => township !== '' && topic !== '' && records >= from)
    .toSorted((a, b) => b.records - a.records)
  const matters = mattersOf(byMatter)
    .filter(({ records }) => records >= from)
    .toSorted((a, b) => b.records - a.records || (a.last < b.last ? 1 : -1))
  return {
    from,
    places: { total: places.length, list: places.slice(0, SHOWN) },
    titles: { total: matters.length, list: matters.slice(0, SHOWN) },
  }
}

type Matter = Repeats['titles']['list'][number]

/** Rows come by day, so the first of a matter is its earliest. */
function mattersOf(
  rows: readonly {
    readonly at: string
    readonly values: readonly string[]
    readonly records: number
  }[],
): Matter[] {
  const matters = new Map<string, Matter>()
  for (const { at, values, records } of rows) {
    const matter = values[0] ?? ''
    if (matter === '') continue
    const known = matters.get(matter) ?? { matter, records: 0, first: at, last: at }
    matters.set(matter, {
      matter,
      records: known.records + records,
      first: at < known.first ? at : known.first,
      last: at > known.last ? at : known.last,
    })
  }
  return [...matters.values()]
}
