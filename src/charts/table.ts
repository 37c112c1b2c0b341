/** A chart's figures as a table: the first cell of a row names it. All of it is text. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
