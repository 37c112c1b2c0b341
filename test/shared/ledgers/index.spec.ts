import { expect, it } from 'vitest'
import { LEDGERS } from '#shared/ledgers/index.ts'

it.each(Object.entries(LEDGERS))(
  '%s names no two fields alike: exports head columns so',
  (_, ledger) => {
    const labels = Object.values(ledger.fields).map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  },
)
