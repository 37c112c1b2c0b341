import type { RouteLocationRaw } from 'vue-router'
import type { LedgerId } from '#shared/ledgers/index.ts'

type Fill = Readonly<Record<string, string>>

/**
 * The address of a ledger's form for a new record, some of it filled in; saving or leaving it leads
 * back to `back`, a page's full path.
 */
export const newRecordAt = (ledger: LedgerId, fill: Fill, back: string): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger },
  query: { new: '1', fill: writeFill(fill), back },
})

/** The address of a record, or of its form, from which one comes back to `back`. */
export const recordAt = (
  ledger: LedgerId,
  record: string,
  back: string,
  isEditing = false,
): RouteLocationRaw => ({
  name: 'ledger',
  params: { ledger },
  query: { record, ...(isEditing && { edit: '1' }), back },
})

const writeFill = (fill: Fill): string =>
  Object.entries(fill)
    .map((cell) => cell.map(encodeURIComponent).join(':'))
    .join(',')

/** `from:2024-10-03,to:2024-10-06` as typed cells; what cannot be read is left out. */
export function readFill(text: string | undefined): Fill {
  const cells = (text ?? '').split(',').flatMap((part) => {
    const [field, value, ...rest] = part.split(':').map(decoded)
    return field && value && rest.length === 0 ? [[field, value] as const] : []
  })
  return Object.fromEntries(cells)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
