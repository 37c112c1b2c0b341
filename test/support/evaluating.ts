import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { boardSpan, evaluator, type Evaluator } from '#shared/metrics/evaluate.ts'
import { heldBook } from '#shared/metrics/held-book.ts'
import { dueHours } from '#shared/metrics/safety/due-hours.ts'
import type { Facts } from '#shared/metrics/facts.ts'
import { SENTIMENT_SETTINGS, type SentimentSettings } from '#shared/settings/sentiment.ts'
import { yearPeriod } from '#shared/time/period.ts'
import { CALENDAR } from '#server/boards/sentiment/working-calendar.ts'
import { memoryStore } from '#server/store/memory.ts'

/** An evaluator over rows put into a real store. */
export async function evaluating(
  rows: Readonly<Partial<Record<LedgerId, readonly Row[]>>>,
  {
    limits = SENTIMENT_SETTINGS,
    now = '2025-02-10T10:00',
    ...facts
  }: Partial<Facts> & { limits?: SentimentSettings; now?: string } = {},
): Promise<Evaluator> {
  const store = memoryStore()
  await store.write(async (writer) => {
    const about = {
      kind: 'import',
      title: '',
      why: '',
      at: '2025-01-01T00:00:00.000Z',
      by: '',
    } as const
    await writer.openBatch({ ...about, id: 'b', files: [], notes: [] })
    for (const [ledger, list] of Object.entries(rows)) {
      if (isRows(ledger)) await writer.put(ledger, list, 'b')
    }
    function isRows(ledger: string): ledger is LedgerId {
      return ledger in rows
    }
  })
  return evaluator({
    read: (query) => store.sums(query),
    coverage: {},
    stated: [],
    today: '2025-02-10',
    due: dueHours({ channels: [], schedules: [], offAir: [] }),
    timeProgress: 'months',
    held: heldBook((query) => store.sums(query), { limits, calendar: CALENDAR }).at(now),
    span: boardSpan(yearPeriod(2024)),
    ...facts,
  })
}

/** The ledgers are whole for 2024. */
export const covering = (...ledgers: LedgerId[]): Pick<Facts, 'coverage'> => ({
  coverage: Object.fromEntries(
    ledgers.map((ledger) => [ledger, [{ from: '2024-01-01', to: '2024-12-31' }]]),
  ),
})
