import type { Desk } from '#shared/contract/boards.ts'
import type { Footing } from './standing/footing.ts'
import { keeper, type State } from './standing/keeper.ts'

/** Pages of some years, a few questions each. */
const MOST = 300

/** In which state of the desk an answer was worked out and from what; with the desk that it tells of, if it does. */
export interface Basis {
  readonly state: State
  readonly footing: Footing
  readonly desk: Desk | null
}

const bases = new WeakMap<Request, Basis>()

/** Says what the answer to a request was worked out from; without it the answer is not kept. */
export function standsOn(request: Request, basis: Basis): void {
  bases.set(request, basis)
}

/** What was said of it. */
export const basisOf = (request: Request): Basis | null => bases.get(request) ?? null

/** An answer that still holds. */
export interface GivenAgain {
  /** Names it among all answers ever given. */
  readonly tag: string
  text(): string
}

/** Answers given before, each for as long as what it stands on. */
export interface KeptAnswers {
  /** As it reads with the desk as it is now; null where it has to be worked out. */
  find(address: string, state: State, desk: Desk): GivenAgain | null
  keep(address: string, basis: Basis, text: string): GivenAgain
}

/** `tag` tells these answers from those of others and of earlier runs. */
export function keptAnswers(tag: string): KeptAnswers {
  const kept = keeper<(desk: Desk) => GivenAgain>(MOST)
  let number = 0
  return {
    find: (address, state, desk) => kept.find(address, state)?.value(desk) ?? null,
    keep(address, { state, footing, desk }, text) {
      number += 1
      const own = `${tag}${number.toString(36)}`
      // The desk in an answer tells when it last changed: that alone is told anew.
      const [before = '', ...after] = desk ? text.split(deskText(desk)) : [text]
      const value = (now: Desk): GivenAgain => ({
        tag: after.length > 0 ? `${own}-${Date.parse(now.changedAt ?? '') || 0}` : own,
        text: () => [before, ...after].join(deskText(now)),
      })
      kept.keep(address, { state, footing, value })
      return desk ? value(desk) : { tag: own, text: () => text }
    },
  }
}

const deskText = (desk: Desk): string => `"desk":${JSON.stringify(desk)}`
