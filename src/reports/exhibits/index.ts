import type { Deck } from '#shared/contract/decks.ts'
import { boardExhibits } from './charts.ts'
import type { Pages } from '../pages.ts'
import type { Exhibit } from './define.ts'
import { DRAWN, floorChoices, floorExhibit } from './drawn.ts'
import { TABLES } from './tables.ts'

/** All a slide, a document or a workbook may show, by id; ids are kept in decks and never renamed. */
export const EXHIBITS: Readonly<Record<string, Exhibit>> = {
  ...TABLES,
  ...DRAWN,
  ...boardExhibits(),
}

export const exhibitOf = (id: string): Exhibit | null => EXHIBITS[id] ?? floorExhibit(id)

/** All there is to choose from in a period, its daily floors too. */
export const exhibitChoices = (pages: Pages): Deck['exhibits'] => [
  ...Object.entries(EXHIBITS).map(([id, { label, page }]) => ({ id, label, board: page })),
  ...floorChoices(pages),
]
