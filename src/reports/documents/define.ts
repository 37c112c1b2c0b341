import type { Block } from '#shared/contract/documents.ts'
import type { ReportFigures } from '../pages.ts'

/** A place for a text of people, before anybody wrote. */
export interface SlotSpec {
  readonly id: string
  readonly label: string
  /** The project it is about; '' for the report as a whole. */
  readonly about: string
  readonly limit?: number
  /** The cell of a ledger that holds it; such a text is written there and nowhere else. */
  readonly record?: {
    readonly id: string
    readonly field: string
    readonly text: string
  }
}

/** A text of the report as a whole. */
export const slot = (id: string, label: string): SlotSpec => ({ id, label, about: '' })

/** The same of one project: no two projects share a text. */
export const slotOf = (project: string, id: string, label: string): SlotSpec => ({
  id: `${id}:${project}`,
  label,
  about: project,
})

/** A report by its parts; nothing in it is counted. */
export interface Written {
  readonly title: string
  readonly subtitle: string
  readonly blocks: readonly Block[]
  readonly slots: readonly SlotSpec[]
}

export interface DocumentSpec {
  /** Forms are wide. */
  readonly isLandscape?: boolean
  readonly hasContents?: boolean
  write(figures: ReportFigures): Written
}
