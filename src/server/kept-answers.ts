import type { Desk } from '#shared/contract/boards.ts'
import { plainly, takes, type Packer, type Part } from './packed.ts'
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
  /** Packed for whoever takes it so. */
  body(accepted: string | undefined): Promise<Body>
}

interface Body {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** Answers given before, each for as long as what it stands on. */
export interface KeptAnswers {
  /** As it reads with the desk as it is now; null where it has to be worked out. */
  find(address: string, state: State, desk: Desk): GivenAgain | null
  keep(address: string, basis: Basis, text: string): Promise<GivenAgain>
}

/** `tag` tells these answers from those of others and of earlier runs. Without a packer all go out plain. */
export function keptAnswers(tag: string, packer: Packer | null): KeptAnswers {
  const kept = keeper<(desk: Desk | null) => GivenAgain>(MOST)
  const desks = new WeakMap<Desk, Promise<Part>>()
  let number = 0

  async function partOf(text: string): Promise<Part> {
    const plain = ENCODER.encode(text)
    return { plain, packed: packer ? await packer.pack(plain) : plain }
  }

  function deskPart(desk: Desk): Promise<Part> {
    const part = desks.get(desk) ?? partOf(deskText(desk))
    desks.set(desk, part)
    return part
  }

  function body(parts: readonly Part[], accepted: string | undefined): Body {
    if (!packer || !takes(accepted, packer.encoding)) return { bytes: plainly(parts), headers: {} }
    return { bytes: packer.together(parts), headers: { 'content-encoding': packer.encoding } }
  }

  return {
    find: (address, state, desk) => kept.find(address, state)?.value(desk) ?? null,
    async keep(address, { state, footing, desk }, text) {
      number += 1
      const own = `${tag}${number.toString(36)}`
      // The desk in an answer tells when it last changed: that alone is told anew.
      const [before = '', ...after] = desk ? text.split(deskText(desk)) : [text]
      const first = await partOf(before)
      const others = await Promise.all(after.map(partOf))
      const value = (now: Desk | null): GivenAgain => ({
        tag: others.length > 0 ? `${own}-${Date.parse(now?.changedAt ?? '') || 0}` : own,
        async body(accepted) {
          const between = now && others.length > 0 ? [await deskPart(now)] : []
          return body([first, ...others.flatMap((part) => [...between, part])], accepted)
        },
      })
      kept.keep(address, { state, footing, value })
      return value(desk)
    },
  }
}

const ENCODER = new TextEncoder()

const deskText = (desk: Desk): string => `"desk":${JSON.stringify(desk)}`
