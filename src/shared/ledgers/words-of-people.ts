import type { PutTexts } from '../json-texts.ts'

/** Whom what stands in a field may name. */
export interface WordsOfPeople {
  /**
   * `named`: names a citizen; `mentioned`: may mention some, or their numbers, as long texts may of which
   * nothing is said; `nobody`: no words of people. Masked without the right to it.
   */
  readonly citizen?: 'named' | 'mentioned' | 'nobody'
  /** Puts each text of a cell that holds several, by its place among them. */
  readonly eachText?: PutTexts
}
