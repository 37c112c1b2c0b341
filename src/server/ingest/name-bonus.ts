import type { Ledger } from '#shared/ledgers/define.ts'
import { plainText } from './cells.ts'

/** What a sheet is called: lines above its head, its own name, its file's. */
export interface Around {
  readonly banner: readonly string[]
  readonly sheet: string
  readonly file: string
}

/** Likeness of a sheet or a file called by the ledger's label alone, as the desk's own exports and templates are. */
export function labelBonus({ label }: Ledger, { sheet, file }: Around): number {
  const isCalled = (text: string): boolean => text.replace(/(?:模板|[\s·_(（.-]).*$/u, '') === label
  return isCalled(sheet) || isCalled(file) ? 0.4 : 0
}

/** Likeness by name, more for a longer one; a sheet's own words say more than the file's. */
export function nameBonus(ledger: Ledger, { banner, sheet, file }: Around): number {
  const longest = (text: string) =>
    Math.max(
      0,
      ...ledger.names.filter((name) => plainText(text).includes(name)).map((name) => name.length),
    )
  const near = Math.max(longest(sheet), ...banner.map(longest))
  if (near > 0) return 0.25 + near * 0.03
  const far = longest(file)
  return far > 0 ? 0.12 + far * 0.03 : 0
}
