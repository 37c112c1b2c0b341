/** How sheets part a field, or leave it out. */
export interface FieldReading {
  /** Sheets that part it over several columns have them read together. */
  readonly isJoined?: boolean
  /** Left out, it is what this field says where that is one of its words: a line called 基本支出 is of that kind. */
  readonly saidBy?: string
}
