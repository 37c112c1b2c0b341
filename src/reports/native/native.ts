/** How one value is drawn: as its series is, hatched as of a month that is not over, or muted. */
export type Mark = 'plain' | 'partial' | 'muted'

/**
 * One row of numbers of a chart. `bar` series of a stacked chart stand on one another; `dashes` is
 * a dashed line; `labels` draws nothing but its numbers, above what stands there.
 */
export interface NativeSeries {
  readonly label: string
  readonly draw: 'bar' | 'line' | 'dashes' | 'labels'
  /** `#rrggbb`. */
  readonly colour: string
  /** In `unit` of the chart; null is a gap, never a zero. */
  readonly values: readonly (number | null)[]
  /** As many as values. */
  readonly marks: readonly Mark[]
  /** Its numbers stand beside its marks. */
  readonly isLabelled: boolean
}

/** How numbers look, as spreadsheets write it: `#,##0`. */
export interface NumberFormat {
  readonly label: string
  readonly axis: string
}

/** A chart that office programs draw themselves from numbers, and people can edit there. */
export interface NativeChart {
  readonly kind: 'chart'
  /** `columns` has its categories across, `rows` has them down, the first on top. */
  readonly direction: 'columns' | 'rows'
  readonly isStacked: boolean
  readonly categoryName: string
  readonly categories: readonly string[]
  readonly series: readonly NativeSeries[]
  /** What the numbers are in, after their scaling: 万元, 小时, 条. */
  readonly unit: string
  readonly format: NumberFormat
  /** Whole things: the axis has no step between 0 and 1. */
  readonly isWhole: boolean
  /** What the drawing cannot show by itself: vague or stated numbers, lines across. */
  readonly notes: readonly string[]
}

export interface NativeCell {
  readonly text: string
  /** `#rrggbb` behind it; none for plain cells. */
  readonly fill?: string
  /** `#rrggbb` of its words where the ground is dark. */
  readonly ink?: string
}

/** A table that office programs hold as a table. */
export interface NativeTable {
  readonly kind: 'table'
  readonly columns: readonly string[]
  /** Columns set to the right. */
  readonly numbers: readonly boolean[]
  readonly rows: readonly (readonly NativeCell[])[]
  /** Many small cells of one width, their grounds meant to be seen together. */
  readonly isGrid?: boolean
  readonly notes: readonly string[]
}

export type Native = NativeChart | NativeTable
