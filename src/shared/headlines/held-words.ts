import type { RecordsQueryText } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Verdict } from '#shared/metrics/deadlines.ts'

type Held = NonNullable<RecordsQueryText['held']>

const WORDS = {
  close: {
    inTime: '按时办结',
    late: '超时',
    pending: '未到时限',
    noLimit: '没有时限',
    noTime: '用时不明',
    judged: '可判定时效',
  },
  first: {
    inTime: '按时处置',
    late: '处置超时',
    pending: '未到时限',
    noLimit: '没有时限',
    noTime: '没有登记',
    judged: '可判定时效',
  },
  petitions: {
    inTime: '按时答复',
    late: '逾期',
    pending: '未到时限',
    noLimit: '没有时限',
    noTime: '日期有误',
    judged: '可判定时效',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Verdict | 'judged', string>>>>

/** How records stand against their limit, in the words of their ledger. */
export const verdictWord = (
  ledger: LedgerId,
  held: Held,
  step: 'close' | 'first' = 'close',
): string => WORDS[ledger === 'petitions' ? 'petitions' : step][held]

export const isHeld = (text: string | undefined): text is Held =>
  text !== undefined && Object.hasOwn(WORDS.close, text)
