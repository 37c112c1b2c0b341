/** Findings are asked for where data are written, not beside a page of figures. */
const ABOUT_DATA: ReadonlySet<string> = new Set([
  'ledgers',
  'ledger',
  'entry',
  'import',
  'lists',
  'history',
])

export const isAboutData = (page: unknown): boolean => ABOUT_DATA.has(String(page))
