import type { Answer } from '#shared/contract/figures.ts'
import { figureLine } from '#shared/headlines/figure-text.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { periodLabel } from '#shared/time/words.ts'
import { amountCell, unique, unitCell } from './figure-rows.ts'
import type { Cell } from './sheet-xml.ts'

/** What figures of a period stand on. */
export interface Basis {
  /** Ledgers of which only the reader's own department is counted. */
  readonly own?: readonly LedgerId[]
  /** Batches that records of the period came in with, ledger by ledger. */
  readonly batches: readonly {
    readonly ledger: LedgerId
    readonly records: number
    readonly title: string
    /** The centre's own clock, `YYYY-MM-DD HH:mm`. */
    readonly at: string
    readonly by: string
    readonly files: readonly { readonly name: string; readonly hash: string }[]
  }[]
  /** Days that a ledger is whole for. */
  readonly coverage: readonly {
    readonly ledger: LedgerId
    readonly from: string
    readonly to: string
  }[]
  /** What is to be known of the list itself. */
  readonly note?: string
}

const HEAD = '项,内容,何时登记,何人,数,依据,说明'.split(',')

/** Batches and files, days covered, and what was stated beside what is counted. */
export const basisRows = (basis: Basis, answers: readonly Answer[]): Cell[][] => [
  HEAD,
  ...(basis.note === undefined ? [] : [['说明', basis.note, null, null, null, null, null]]),
  ...(basis.own ?? []).map((ledger): Cell[] => [
    '只含本部门',
    ledgerOf(ledger).label,
    null,
    null,
    null,
    '只计入导出人所在部门的记录',
    '不是全中心的数',
  ]),
  ...basis.batches.map(({ ledger, records, title, at, by, files }): Cell[] => [
    '批次',
    `${ledgerOf(ledger).label}：${title}`,
    at,
    by,
    { value: records, look: 'whole' },
    files.map(({ name }) => name).join('、') || '在运行台填写',
    files.map(({ hash }) => `校验 ${hash.slice(0, 16)}`).join('、') || null,
  ]),
  ...basis.coverage.map(({ ledger, from, to }): Cell[] => [
    '登记完整',
    ledgerOf(ledger).label,
    null,
    null,
    null,
    `${from} 至 ${to}`,
    '这些日子里没有记录就是零',
  ]),
  ...statedRows(answers),
]

/** Both figures where somebody stated one and the ledger counts another; neither is corrected. */
function statedRows(answers: readonly Answer[]): Cell[][] {
  return unique(answers, ({ metric, period }) => `${metric} ${period.key}`).flatMap(
    ({ metric, period, figure, stated }) => {
      const { label, unit } = metricOf(metric)
      const counted = figure.state === 'counted' ? valueOf(figure) : null
      return stated.flatMap((one): Cell[][] => {
        if (one.state !== 'stated') return []
        const differs = counted !== null && counted !== one.value
        return [
          [
            '填报数',
            `${periodLabel(period)}${label}`,
            null,
            null,
            amountCell(one.value, unit),
            `${one.source}：${one.wording || figureLine(one, unit)}（${unitCell(unit)}）`,
            counted === null
              ? '没有台账计数'
              : `台账计数 ${figureLine(figure, unit)}${differs ? '，不一致' : '，一致'}`,
          ],
        ]
      })
    },
  )
}
