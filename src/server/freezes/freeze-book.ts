import type { Freeze } from '#shared/contract/freezes.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { parsePeriod } from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import type { StoredRecord } from '../store/store.ts'
import { readContent, type FrozenContent } from './content.ts'

const MANY = 100_000

/** Every 定稿 the desk keeps. */
export interface FreezeBook {
  /** Newest first; of one period by its key, or of all. */
  list(period?: string): Promise<Freeze[]>
  /** Throws FREEZE_NOT_FOUND. */
  named(period: string, number: string): Promise<Freeze>
  /** Throws FREEZE_DAMAGED. */
  content(freeze: Freeze): Promise<FrozenContent>
}

export function freezeBook({
  store,
  evidence,
}: Pick<DeskContext, 'store' | 'evidence'>): FreezeBook {
  const list = async (period?: string): Promise<Freeze[]> => {
    const { records } = await store.records({
      ledger: 'freezes',
      filters: period === undefined ? [] : [{ field: 'period', in: [period] }],
      sort: { field: 'id', descending: true },
      offset: 0,
      limit: MANY,
    })
    return records.flatMap(freezeOf)
  }
  return {
    list,
    async named(period, number) {
      const found = (await list(period)).find((each) => String(each.number) === number)
      if (!found) throw new DeskError('FREEZE_NOT_FOUND', `${period} 第${number}稿`)
      return found
    },
    content: (freeze) => readContent(evidence, freeze.content),
  }
}

function freezeOf({ row, createdAt, createdBy }: StoredRecord): Freeze[] {
  const period = parsePeriod(String(row.period))
  if (!period) return []
  const { number, content, note } = row
  return [
    {
      period,
      number: Number(number),
      at: createdAt,
      by: createdBy,
      note: String(note ?? ''),
      content: String(content),
    },
  ]
}
