import type { Row } from '#shared/ledgers/define.ts'
import { rowsIn } from './json-rows.ts'
import type { Store } from './store.ts'

/** Rows of one section of a draft, in parts as they were kept. */
export async function* draftRows(
  store: Pick<Store, 'importPart'>,
  draft: string,
  section: string,
): AsyncGenerator<readonly Row[]> {
  let after = 0
  for (;;) {
    const part = await store.importPart({ owner: draft, kind: 'rows', section, after })
    if (!part) return
    yield rowsIn(part.json)
    after = part.number
  }
}
