import type { Cell } from '#shared/ledgers/define.ts'

type Maybe = Cell | undefined

/** A cell as text, '' where it is empty. */
export const text = (cell: Maybe): string => String(cell ?? '')

/** A cell as text, null where it is empty. */
export const textOr = (cell: Maybe): string | null => text(cell) || null

/** A cell as a number, null where it is empty. */
export const numberOr = (cell: Maybe): number | null => (typeof cell === 'number' ? cell : null)
