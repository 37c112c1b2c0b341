/**
 * Counts, seconds, money in 分 that a row's columns read as: a column, its number, the next column.
 * A hundred thousand rows are kept so; a map each would be most of what they take.
 */
export type RowNumbers = readonly number[]

/** The number of a column; 0 where it holds none. */
export function numberIn(numbers: RowNumbers, column: number): number {
  for (let at = 0; at < numbers.length; at += 2)
    if (numbers[at] === column) return numbers[at + 1] ?? 0
  return 0
}
