import { withDerived, type Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { listedCells } from './as-listed.ts'
import { identifier, keptCells } from './cells.ts'
import { changesPlanned, type Change } from './change.ts'
import { closedGate, type ClosedGate } from './closed-gate.ts'
import { PART, breathe, inParts } from './turns.ts'
import type { Writing } from './writing.ts'

/** An act of editing that is tried; changes name a record once. */
export interface Tried {
  readonly adds: readonly Row[]
  readonly changes: readonly Change[]
  readonly removals: readonly string[]
}

/** One of its rows, by its place in its list, that would be kept out. */
export interface KeptOut {
  readonly part: keyof Tried
  readonly at: number
  /** The closed months that do it, in words; '' where a record, or a row before it, has the key. */
  readonly shut: string
}

/** What `Writer.keptOut` does; see there. */
export async function keptOut(
  writing: Writing,
  ledger: LedgerId,
  { adds, changes, removals }: Tried,
): Promise<KeptOut[]> {
  const gate = await closedGate(writing.tables, writing.closing, ledger)
  const found: KeptOut[] = await addsKeptOut(writing, ledger, adds, gate)
  for await (const [first, part] of partsOf(changes)) {
    const planned = await changesPlanned(writing, ledger, part)
    for (const [at, plan] of planned.entries()) {
      if (!plan || plan.changed.length === 0) continue
      const shut = gate.shutBy({ before: plan.record.row, after: plan.row, action: 'change' })
      if (shut !== '') found.push({ part: 'changes', at: first + at, shut })
    }
  }
  for await (const [first, part] of partsOf(removals)) {
    const known = await writing.tables.named(ledger, part)
    for (const [at, id] of part.entries()) {
      const row = known.get(id)?.row
      const shut = row ? gate.shutBy({ before: row, after: null, action: 'remove' }) : ''
      if (shut !== '') found.push({ part: 'removals', at: first + at, shut })
    }
  }
  return found
}

async function addsKeptOut(
  writing: Writing,
  ledger: LedgerId,
  rows: Tried['adds'],
  gate: ClosedGate,
): Promise<KeptOut[]> {
  const definition = ledgerOf(ledger)
  const listed = await listedCells(writing, ledger)
  const added = new Set<string>()
  const found: KeptOut[] = []
  for await (const [first, part] of partsOf(rows)) {
    const coming = part.map((row) => {
      const cells = listed(keptCells(definition, row))
      // Of one row alone: a second one like it would be told apart by its order.
      return { cells, identity: identifier(definition)(cells) }
    })
    const known = await writing.tables.live(
      ledger,
      coming.map(({ identity }) => identity),
    )
    for (const [at, { cells, identity }] of coming.entries()) {
      const isTaken = known.has(identity) || added.has(identity)
      const after = withDerived(definition, cells)
      const shut = isTaken ? '' : gate.shutBy({ before: null, after, action: 'add' })
      if (isTaken || shut !== '') found.push({ part: 'adds', at: first + at, shut })
      else added.add(identity)
    }
  }
  return found
}

/** Parts of a list with the place of their first; whoever else waits has a turn between them. */
async function* partsOf<T>(list: readonly T[]): AsyncGenerator<[number, readonly T[]], void> {
  let first = 0
  for (const part of inParts(list, PART)) {
    yield [first, part]
    first += part.length
    if (part.length === PART) await breathe()
  }
}
