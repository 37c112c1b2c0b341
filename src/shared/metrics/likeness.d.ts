/**
 * How alike two titles are, 0 to 1, by the pairs of neighbouring characters they share (Dice).
 * Spaces, signs and width are passed over; a title of one character is like its own only.
 */
export declare function titleLikeness(a: string, b: string): number
