import { JOURNAL_KINDS } from '#shared/journal.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { dateTimeLabel } from '#shared/time/words.ts'
import type { BegunAct } from './journal.ts'

/** What is said of an act that began at an instant and of which the process that did it told nothing. */
export function interruptedText(
  { kind, at }: Pick<BegunAct, 'kind'> & { readonly at: string },
  zone: string,
): string {
  const when = dateTimeLabel(dateTimeInZone(Date.parse(at), zone))
  return `${when} 开始的一件（${JOURNAL_KINDS[kind].label}）没有记下结果：运行台当时中断了，做没做成，以现在的数据和修改历史为准`
}
