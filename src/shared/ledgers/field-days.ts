/** How what a field holds stands to single days. */
export interface FieldDays {
  /** A record is what this day comes to: what is said of several days together belongs to none of them. */
  readonly isEachDay?: boolean
  /** How much there is on a day, as of followers: days are never added to one another. */
  readonly isLevel?: boolean
}
