/** Rows of the keyboard and how far each begins to the right, in keys. */
const ROWS = [
  { keys: '`1234567890-=', shifted: '~!@#$%^&*()_+', begins: 0 },
  { keys: 'qwertyuiop[]\\', shifted: '{}|', begins: 1.5 },
  { keys: "asdfghjkl;'", shifted: ':"', begins: 1.75 },
  { keys: 'zxcvbnm,./', shifted: '<>?', begins: 2.25 },
] as const

const PLACES = new Map(
  ROWS.flatMap(({ keys, shifted, begins }, row) => {
    const shiftedFrom = keys.length - shifted.length
    return [
      ...[...keys].map((key, at) => [key, { row, column: begins + at }] as const),
      ...[...shifted].map((key, at) => [key, { row, column: begins + shiftedFrom + at }] as const),
    ]
  }),
)

const ORDERED = /^(?:\d\d|[a-z][a-z])$/

/** Whether a finger or the alphabet goes from one to the other without a thought. */
function isNext(a: string, b: string): boolean {
  if (ORDERED.test(a + b) && Math.abs(a.charCodeAt(0) - b.charCodeAt(0)) <= 1) return true
  const [from, to] = [PLACES.get(a), PLACES.get(b)]
  if (!from || !to) return a === b
  return Math.abs(from.row - to.row) <= 1 && Math.abs(from.column - to.column) <= 1
}

const LEAST_WALK = 3

/** How many characters somebody has to think of: a walk over the keyboard or along the alphabet is one. */
export function thoughtsIn(lower: string): number {
  const letters = [...lower]
  let thoughts = 0
  for (let at = 0; at < letters.length;) {
    let end = at + 1
    while (end < letters.length && isNext(letters[end - 1] ?? '', letters[end] ?? '')) end += 1
    const isWalk = end - at >= LEAST_WALK
    thoughts += 1
    at = isWalk ? end : at + 1
  }
  return thoughts
}
