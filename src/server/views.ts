import type { Hono } from 'hono'
import { maskedText } from '#shared/masks.ts'
import { maskedLedgers, rightsOf, withoutNames, type Rights } from '#shared/rights/rights.ts'
import { EVERYTHING } from '#shared/rights/roles.ts'
import type { Reader } from './accounts/reader.ts'
import type { DeskContext } from './app.ts'
import { watchWrites } from './checks/opened.ts'
import { checkRunner } from './checks/run.ts'
import { deskFacts } from './facts.ts'
import { keptAnswers } from './kept-answers.ts'
import { readerApp, type View } from './reader-app.ts'
import { watchMoves } from './standing/moves.ts'
import { knownNames, NAMING } from './seen/known-names.ts'
import { maskedStore } from './seen/masked-store.ts'
import type { Known, TextShown } from './seen/shown-rows.ts'
import { storeUnderMasks } from './seen/masked-writes.ts'
import { storeWithOwnDrafts } from './seen/own-drafts.ts'
import { seenStore } from './seen/seen-store.ts'
import { seesEverything, sightOf } from './seen/sight.ts'
import { gatedStore } from './seen/write-gate.ts'

/** Readers whose endpoints stay mounted; a centre has some twenty people. */
const MOST = 200

interface Around {
  /** Has failures answered, in words as they are shown. */
  readonly handleErrors: (app: Hono, shown?: TextShown) => void
  /** Told of a check that failed after a write. */
  readonly report: (error: unknown) => void
}

/** The endpoints of each reader, mounted when they first ask. */
export function readerApps(
  given: DeskContext,
  { handleErrors, report }: Around,
): (reader: Reader) => Hono {
  const apps = new Map<string, Hono>()
  // Writes are watched where all of them pass, whoever made them.
  const knownOf = knownNames(given.store)
  const { store: moved, moves } = watchMoves(storeUnderMasks(given.store, knownOf(NAMING)))
  const facts = deskFacts(given, moves)
  const run = checkRunner(given.store)
  const { store, opened } = watchWrites(moved, {
    run,
    moment: facts.moment,
    report,
  })
  const context = { ...given, store, textNoted: shownWithout(knownOf(NAMING)) }
  const whole: View = {
    context,
    facts,
    run,
    opened,
    answers: keptAnswers(`w${clockTag(given)}-`, given.packer ?? null),
    tag: '',
  }

  const namesNobody = withoutNames(rightsOf(EVERYTHING, ''))
  const partial = new Map<string, View>()

  /** What somebody sees who does not see everything: facts, checks and answers over that alone. */
  function viewOf({ rights, department }: Reader): View {
    const masked = maskedLedgers(rights)
    const isWhole = seesEverything(rights)
    if (isWhole && masked.size === 0) return whole
    const { see, identify } = rights.ledgers
    const text = JSON.stringify([
      isWhole || [department, [...see]],
      [...identify.keys()].toSorted(),
    ])
    return remembered(partial, text, () => {
      const sight = sightOf(given.store, rights, department)
      const cut = isWhole ? store : seenStore(store, sight)
      // Whom texts may mention is known of all records, also those out of this reader's sight.
      const known = knownOf(masked)
      const textShown = shownWithout(known)
      const shown = masked.size === 0 ? cut : maskedStore(cut, masked, known)
      const words = masked.size > 0 && { textShown }
      const seen = { ...context, store: shown, masked, ...words, ...(!isWhole && { sight }) }
      const tag = `-${(views += 1).toString(36)}${clockTag(given)}`
      return {
        context: seen,
        facts: deskFacts(seen, moves),
        run: checkRunner(seen.store),
        opened: async (acts) => {
          const found = (await opened(acts)).filter(({ place }) =>
            'ledger' in place ? sight.reach(place.ledger) === 'all' : isWhole,
          )
          const mask = masked.size > 0 ? await textShown() : (text: string) => text
          return found.map((finding) => ({ ...finding, what: mask(finding.what) }))
        },
        answers: keptAnswers(`${tag}-`, given.packer ?? null),
        tag,
      }
    })
  }

  const appOf = (reader: Reader): Hono => {
    const { account, name, rights, department, standing } = reader
    const key = JSON.stringify([account, name, standing, department, rightsText(rights)])
    return remembered(apps, key, () => {
      // A wall's answer is of every ledger, masked, and is cut by what a wall may show.
      const view = viewOf(standing === 'wall' ? { ...reader, rights: namesNobody } : reader)
      const written = gatedStore(view.context.store, rights, department)
      const own = { ...view.context, store: storeWithOwnDrafts(written, reader) }
      const unnamed = (): Hono => appOf({ ...reader, rights: withoutNames(rights) })
      const app = readerApp({ ...view, context: own }, reader, unnamed)
      handleErrors(app, view.context.textShown)
      return app
    })
  }
  return appOf
}

const shownWithout =
  (known: Known): TextShown =>
  async () => {
    const names = await known()
    return (text) => maskedText(text, names)
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
  JSON.stringify([[...desk], ...Object.values(ledgers).map((reach) => [...reach])])
