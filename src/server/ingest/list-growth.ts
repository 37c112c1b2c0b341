import type { Row } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { namesInCell } from '#shared/records/names.ts'

/**
 * Names the records use, as rows of the reference lists they belong to, each name once. An outlet
 * takes its level along when it was seen at one level only.
 */
export function listGrowth(ledger: LedgerId, records: readonly Row[]): Record<string, Row[]> {
  const growth: Record<string, Row[]> = {}
  for (const [field, { list }] of Object.entries(ledgerOf(ledger).fields)) {
    if (list === undefined || !isLedgerId(list)) continue
    const levels = namesIn(list, field, records)
    const known = new Set((growth[list] ?? []).map(({ name }) => name))
    const rows = [...levels]
      .filter(([name]) => !known.has(name))
      .map(([name, seen]) => listRow(list, name, seen))
    if (rows.length > 0) growth[list] = [...(growth[list] ?? []), ...rows]
  }
  return growth
}

type Levels = ReadonlyMap<string, ReadonlyMap<string, Row>>

/** By name, the records of each level it was seen at. */
function namesIn(list: LedgerId, field: string, records: readonly Row[]): Levels {
  const names = new Map<string, Map<string, Row>>()
  for (const record of records) {
    const cell = record[field]
    if (typeof cell !== 'string') continue
    for (const name of namesInCell(list, cell)) {
      const levels = names.get(name) ?? new Map<string, Row>()
      if (typeof record.level === 'string') levels.set(record.level, record)
      names.set(name, levels)
    }
  }
  return names
}

function listRow(list: LedgerId, name: string, levels: ReadonlyMap<string, Row>): Row {
  const [only] = levels.values()
  if (list !== 'outlets' || levels.size !== 1 || !only) return { name }
  return { name, level: only.level ?? null, levelWord: only.levelWord ?? null }
}
