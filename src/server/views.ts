import type { Hono } from 'hono'
import type { Rights } from '#shared/rights/rights.ts'
import type { Reader } from './accounts/reader.ts'
import type { DeskContext } from './app.ts'
import { watchWrites } from './checks/opened.ts'
import { checkRunner } from './checks/run.ts'
import { deskFacts } from './facts.ts'
import { keptAnswers } from './kept-answers.ts'
import { readerApp, type View } from './reader-app.ts'
import { seenStore } from './seen/seen-store.ts'
import { seesEverything, sightOf } from './seen/sight.ts'
import { gatedStore } from './seen/write-gate.ts'

/** Readers whose endpoints stay mounted; a centre has some twenty people. */
const MOST = 200

interface Around {
  readonly handleErrors: (app: Hono) => void
  /** Told of a check that failed after a write. */
  readonly report: (error: unknown) => void
}

/** The endpoints of each reader, mounted when they first ask. */
export function readerApps(
  given: DeskContext,
  { handleErrors, report }: Around,
): (reader: Reader) => Hono {
  const apps = new Map<string, Hono>()
  const facts = deskFacts(given)
  const run = checkRunner(given.store)
  // Writes are watched where all of them pass, whoever made them.
  const { store, opened } = watchWrites(given.store, { run, moment: facts.moment, report })
  const context = { ...given, store }
  const whole: View = { context, facts, run, opened, answers: keptAnswers(), tag: '' }

  const partial = new Map<string, View>()

  /** What somebody sees who does not see everything: facts, checks and answers over that alone. */
  function viewOf({ rights, department }: Reader): View {
    if (seesEverything(rights)) return whole
    const text = JSON.stringify([department, [...rights.ledgers.see]])
    return remembered(partial, text, () => {
      const sight = sightOf(given.store, rights, department)
      const seen = { ...context, store: seenStore(store, sight), sight }
      const tag = `-${(views += 1).toString(36)}${clockTag(given)}`
      return {
        context: seen,
        facts: deskFacts(seen),
        run: checkRunner(seen.store),
        opened: async (acts) =>
          (await opened(acts)).filter(
            ({ place }) => 'ledger' in place && sight.reach(place.ledger) === 'all',
          ),
        answers: keptAnswers(),
        tag,
      }
    })
  }

  return (reader) => {
    const { account, name, rights, department, standing } = reader
    const key = JSON.stringify([account, name, standing, department, rightsText(rights)])
    return remembered(apps, key, () => {
      // A wall's answer is of every ledger, and is cut by what a wall may show.
      const view = standing === 'wall' ? whole : viewOf(reader)
      const own = { ...view.context, store: gatedStore(view.context.store, rights, department) }
      const app = readerApp({ ...view, context: own }, reader)
      handleErrors(app)
      return app
    })
  }
}

let views = 0

/** Views are numbered anew by each process: a tag of an earlier one has to differ. */
const clockTag = ({ clock }: DeskContext): string => clock().toString(36)

/** What was made before under a key; the oldest goes when there are too many. */
function remembered<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key)
  if (known !== undefined) return known
  const oldest = kept.size >= MOST ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  const made = make()
  kept.set(key, made)
  return made
}

const rightsText = ({ desk, ledgers }: Rights): string =>
  JSON.stringify([[...desk], [...ledgers.see], [...ledgers.write], [...ledgers.review]])
