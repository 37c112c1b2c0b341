import type { ReadSheet } from '../ingest/cells.ts'

/** The sheet that says what the others hold. */
export const ABOUT_SHEET = '口径与说明'
/** The hidden sheet of words that a template's columns are held to. */
export const WORDS_SHEET = '选项'

/** Whether the desk itself wrote the sheet beside the data: an import has nothing to read there. */
export const isOwnSheet = ({ name, isHidden }: Pick<ReadSheet, 'name' | 'isHidden'>): boolean =>
  name === ABOUT_SHEET || (name === WORDS_SHEET && isHidden)
