import { boardExhibits } from './charts.ts'
import type { Exhibit } from './define.ts'
import { TABLES } from './tables.ts'

/** All a slide, a document or a workbook may show, by id; ids are kept in decks and never renamed. */
export const EXHIBITS: Readonly<Record<string, Exhibit>> = { ...TABLES, ...boardExhibits() }

export const exhibitOf = (id: string): Exhibit | null => EXHIBITS[id] ?? null
