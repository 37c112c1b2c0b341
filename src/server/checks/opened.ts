import { CHECK_IDS, checkOf, type CheckId } from '#shared/checks/index.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { yearPeriod } from '#shared/time/period.ts'
import type { DeskFacts } from '../facts.ts'
import type { Moment } from '../snapshot.ts'
import type { Store, Writer } from '../store/store.ts'
import type { WriteTold } from '../store/told.ts'
import type { Found } from './results.ts'
import type { RunChecks } from './run.ts'

export type OpenedFinding = Found & { readonly check: CheckId; readonly year: number }

/** The years in which each check may find something else. */
type Asked = ReadonlyMap<CheckId, ReadonlySet<number>>

interface Watched {
  readonly acts: ReadonlySet<string>
  readonly asked: Asked
  /** What was found before it, by `idOf`; nothing once it is judged. */
  before: ReadonlySet<string>
  /** When: what opens by the clock alone is no doing of the write. */
  readonly now: string
  /** Whether it was kept in the end. */
  readonly kept: Promise<boolean>
  opened: Promise<Opened> | null
}

/** What a write opened: not the findings, of which an import may open tens of thousands. */
interface Opened {
  /** By `idOf`. */
  readonly ids: ReadonlySet<string>
  /** Where they are found again. */
  readonly asked: Asked
}

interface Around extends Pick<DeskFacts, 'moment'> {
  readonly run: RunChecks
  /** Told of a check that failed: that is no failure of the write. */
  readonly report: (error: unknown) => void
}

export interface WatchedStore {
  /** Writes through it are watched. */
  readonly store: Store
  /** What these acts of writing, and nobody else's, gave the checks to find and is still there. */
  opened(acts: readonly string[]): Promise<readonly OpenedFinding[]>
}

const MOST_WATCHED = 200
const NOTHING: Opened = { ids: new Set(), asked: new Map() }

/**
 * Tells what a write newly gave the checks to find. Those that stand on what it touched are made, for
 * the years it is about, just before it is kept, when readers still see the desk without it; and again
 * when somebody asks, at the latest before the next write is kept.
 */
export function watchWrites(store: Store, { run, moment, report }: Around): WatchedStore {
  const watched: Watched[] = []

  async function found(asked: Asked, at: Moment): Promise<OpenedFinding[]> {
    const years = new Set([...asked.values()].flatMap((each) => [...each]))
    const lists = await Promise.all(
      [...years].map(async (year) => {
        const checks = [...asked].flatMap(([check, of]) => (of.has(year) ? [check] : []))
        const results = await run(at, yearPeriod(year), checks)
        return [...results].flatMap(([check, result]) =>
          result.state === 'checked' ? result.found.map((each) => ({ ...each, check, year })) : [],
        )
      }),
    )
    return [...new Map(lists.flat().map((each) => [idOf(each), each])).values()]
  }

  async function openedBy(write: Watched): Promise<Opened> {
    const { asked, before, now, kept } = write
    if (!(await kept)) return NOTHING
    const { snapshot } = await moment()
    const opened = (await found(asked, { snapshot, now })).filter((each) => !before.has(idOf(each)))
    write.before = NOTHING.ids
    return { ids: new Set(opened.map(idOf)), asked: askedAgain(opened) }
  }

  /** Judges the last write: once the next one is kept, nobody can. */
  async function settle(): Promise<void> {
    const last = watched.at(-1)
    if (!last) return
    last.opened ??= openedBy(last).catch((error: unknown) => {
      report(error)
      return NOTHING
    })
    await last.opened
  }

  async function watch(told: WriteTold, kept: () => Promise<boolean>): Promise<void> {
    await settle()
    const at = await moment()
    const asked = checksAsked(told, at)
    if (asked.size === 0) return
    const before = new Set((await found(asked, at)).map(idOf))
    watched.push({ acts: told.acts, asked, before, now: at.now, kept: kept(), opened: null })
    if (watched.length > MOST_WATCHED) watched.shift()
  }

  function write<T>(
    task: (writer: Writer) => Promise<T>,
    about?: { readonly rows: number },
  ): Promise<T> {
    const writing = store.write(async (writer) => {
      const result = await task(writer)
      await watch(await writer.told(), () => kept).catch(report)
      return result
    }, about)
    const kept = writing.then(
      () => true,
      () => false,
    )
    return writing
  }

  return {
    store: { ...store, write },
    async opened(acts) {
      await settle()
      const own = watched.filter((each) => acts.some((act) => each.acts.has(act)))
      const opened = await Promise.all(own.map((each) => each.opened ?? NOTHING))
      const still = await found(together(opened), await moment())
      return still.filter((each) => opened.some(({ ids }) => ids.has(idOf(each))))
    },
  }
}

/** The checks that stand on a ledger a write touched, none where it changed the rules they go by. */
function checksAsked({ touched, dates }: WriteTold, moment: Moment): Asked {
  if (touched.has('settings')) return new Map()
  const asked = CHECK_IDS.map((check) => {
    const ledgers = checkOf(check).ledgers.filter((ledger) => touched.has(ledger))
    return [check, new Set(ledgers.flatMap((ledger) => yearsAsked(ledger, dates, moment)))] as const
  })
  return new Map(asked.filter(([, of]) => of.size > 0))
}

/** The years a ledger was written in and those after them, which are held against them; all for what has no date. */
function yearsAsked(
  ledger: LedgerId,
  written: WriteTold['dates'],
  { snapshot, now }: Moment,
): number[] {
  const running = Number(now.slice(0, 4))
  const first = Number((snapshot.desk.firstMonth ?? now).slice(0, 4))
  const years = [...new Set([...(written.get(ledger) ?? [''])].map((date) => date.slice(0, 4)))]
  return years.includes('')
    ? Array.from({ length: Math.max(1, running - first + 1) }, (_, i) => first + i)
    : years.map(Number).flatMap((year) => (year < running ? [year, year + 1] : [year]))
}

function together(opened: readonly Opened[]): Asked {
  const asked = new Map<CheckId, Set<number>>()
  for (const [check, years] of opened.flatMap((each) => [...each.asked]))
    asked.set(check, new Set([...(asked.get(check) ?? []), ...years]))
  return asked
}

function askedAgain(opened: readonly OpenedFinding[]): Asked {
  const asked = new Map<CheckId, Set<number>>()
  for (const { check, year } of opened) asked.set(check, (asked.get(check) ?? new Set()).add(year))
  return asked
}

const idOf = ({ key, about = key, check }: OpenedFinding): string => `${check} ${about}`
