/** Requests a source may make: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/**
 * Rates by what is asked. A page asks a dozen things and a whole office may share one address, so
 * reads are generous; signing in is for guessing passwords slowly.
 */
export const RATES = {
  read: { burst: 1200, perSecond: 200 },
  write: { burst: 120, perSecond: 20 },
  upload: { burst: 30, perSecond: 0.5 },
  signIn: { burst: 20, perSecond: 1 / 3 },
} as const satisfies Readonly<Record<string, Rate>>

/** Sources remembered per rate; whoever asked longest ago is forgotten first. */
const MOST_SOURCES = 10_000

/**
 * Allowances of sources (a token bucket each). Taking answers 0, or the seconds to wait where nothing
 * is left; `now` counts milliseconds and never goes back.
 */
export function allowances(
  { burst, perSecond }: Rate,
  now: () => number = () => performance.now(),
  most = MOST_SOURCES,
): { take(source: string): number; size(): number } {
  const held = new Map<string, { readonly left: number; readonly at: number }>()
  return {
    take(source) {
      const at = now()
      const before = held.get(source)
      const grown = before ? before.left + ((at - before.at) / 1000) * perSecond : burst
      const left = Math.min(burst, grown)
      // Set anew, so that the map's order is that of the last request.
      held.delete(source)
      held.set(source, { left: left >= 1 ? left - 1 : left, at })
      for (const oldest of held.keys()) {
        if (held.size <= most) break
        held.delete(oldest)
      }
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond)
    },
    size: () => held.size,
  }
}
