import { quantile } from '../formulas.ts'

/** A piece with its reads written down. */
export interface ReadPiece {
  readonly id: string
  readonly day: string
  readonly platform: string
  readonly form: string
  readonly reads: number
}

/** What is typical of one platform, form and month, and of how many pieces. */
export interface Typical {
  /** Median of reads; null of fewer than FEWEST. */
  readonly reads: number | null
  readonly of: number
}

/** A piece's place against what is typical of its kind. */
interface Place {
  readonly typical: number | null
  readonly of: number
  /** reads ÷ typical; null where nothing is typical or the median is 0. */
  readonly ratio: number | null
}

/** With fewer pieces of a kind nobody can say what is typical. */
export const FEWEST = 5

const kindOf = ({ platform, form }: ReadPiece): string => `${platform}\u001F${form}`

/** The median of reads of each platform and form among one month's pieces, as Excel's MEDIAN. */
export function typicalReads(month: readonly ReadPiece[]): ReadonlyMap<string, Typical> {
  const kinds = new Map<string, ReadPiece[]>()
  for (const piece of month) {
    const kind = kinds.get(kindOf(piece))
    if (kind) kind.push(piece)
    else kinds.set(kindOf(piece), [piece])
  }
  return new Map(
    [...kinds].map(([kind, pieces]) => {
      const values = pieces.map(({ reads }) => ({ value: reads, records: 1 }))
      const isEnough = pieces.length >= FEWEST
      return [kind, { reads: isEnough ? quantile(values, 0.5) : null, of: pieces.length }]
    }),
  )
}

/** A month's pieces beside what is typical of their kind, in the order given. */
export function comparedWithTypical<P extends ReadPiece>(month: readonly P[]): (P & Place)[] {
  const kinds = typicalReads(month)
  return month.map((piece) => {
    const { reads: typical, of } = kinds.get(kindOf(piece)) ?? { reads: null, of: 0 }
    const ratio = typical === null || typical === 0 ? null : piece.reads / typical
    return { ...piece, typical, of, ratio }
  })
}

/** The best `most` by ratio or by reads; equals by day, then by id. Without a ratio none is best by it. */
export function bestOf<C extends ReadPiece & Place>(
  pieces: readonly C[],
  by: 'ratio' | 'reads',
  most: number,
): C[] {
  const size = (piece: C): number => piece[by] ?? -1
  const order = (a: C, b: C): number =>
    size(b) - size(a) || compare(a.day, b.day) || compare(a.id, b.id)
  const best: C[] = []
  for (const piece of pieces) {
    const last = best.at(-1)
    if (piece[by] === null || (best.length === most && last && order(last, piece) <= 0)) continue
    const at = best.findIndex((other) => order(piece, other) < 0)
    best.splice(at === -1 ? best.length : at, 0, piece)
    if (best.length > most) best.pop()
  }
  return best
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
