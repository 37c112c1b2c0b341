/** In what a field's numbers are told. */
export interface FieldUnit {
  /** Counting unit shown behind the value: 条, 次, 秒, 元 … */
  readonly unit?: string
  /** The fields of its ledger that say in which unit, and how exactly, each record states its value. */
  readonly unitIn?: string
  readonly qualifierIn?: string
}
