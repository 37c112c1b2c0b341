import type { ImportSection } from '#shared/contract/imports.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Checked } from './check.ts'
import type { Reader } from './row-reader.ts'
import type { Total } from './totals.ts'

export type Note = ImportSection['notes'][number]

/** What a reader of the preview should know of how a sheet was taken. */
export function sectionNotes(reader: Reader, checked: Checked, totals: readonly Total[]): Note[] {
  const { sheet, found, plan } = reader
  const { moneyUnit } = found.context
  const hasMoney = Object.values(ledgerOf(plan.ledger).fields).some(({ kind }) => kind === 'money')
  return [
    ...(sheet.isHidden ? [warn('这张表在工作簿里是隐藏的')] : []),
    ...found.context.notes,
    ...(hasMoney && moneyUnit !== null ? [info(`金额单位 ${moneyUnit} 取自表头上方`)] : []),
    ...rivalNotes(reader),
    ...inexactNotes(plan.ledger, checked.inexact),
    ...(checked.zeroMonths > 0
      ? [info(`有 ${checked.zeroMonths} 格写的是 0，不作为一笔支付`)]
      : []),
    ...sameReviewerNotes(plan.ledger, checked.records),
    ...totals.filter(({ agrees }) => !agrees).map(disagreement),
  ]
}

export const info = (text: string): Note => ({ level: 'info', text })
export const warn = (text: string): Note => ({ level: 'warn', text })

/** A stated total beside what its parts add up to; neither is corrected. */
export function disagreement({ words, stated, counted }: Total): Note {
  return warn(`${words}写的是 ${stated}，加起来是 ${counted}，相差 ${difference(stated, counted)}`)
}

// Cents told in 元 are floats; their difference is rounded back to the cent.
const difference = (stated: number, counted: number): number =>
  Math.round(Math.abs(stated - counted) * 100) / 100

function rivalNotes({ plan }: Reader): Note[] {
  return plan.columns.flatMap(({ column, rival }) =>
    rival === null ? [] : [warn(`列“${column.text}”也像${rival}，已用另一列，这一列没有读`)],
  )
}

function inexactNotes(ledger: LedgerId, inexact: Checked['inexact']): Note[] {
  return [...inexact].map(([key, count]) => {
    const [field = '', manner = ''] = key.split(' ')
    const label = ledgerOf(ledger).fields[field]?.label ?? field
    return MANNERS[manner]?.(label, count) ?? warn(`${label}有 ${count} 格不是确数`)
  })
}

const MANNERS: Readonly<Record<string, (label: string, count: number) => Note>> = {
  rounded: (label, count) => info(`${label}有 ${count} 格写作“万”，按四舍五入的万计`),
  atLeast: (label, count) =>
    warn(`${label}有 ${count} 格写作“10万+”“余”之类，按写出的数计，实际只多不少`),
  about: (label, count) => warn(`${label}有 ${count} 格写作“约”“近”之类，按写出的数计，不是确数`),
}

// domain.md §1.1: no two review steps by the same person. Said, not refused: the piece was published.
const REVIEW_STEPS = ['firstReviewer', 'secondReviewer', 'finalReviewer']

function sameReviewerNotes(ledger: LedgerId, records: readonly Row[]): Note[] {
  if (ledger !== 'pieces') return []
  const twice = records.filter((record) => {
    const names = REVIEW_STEPS.flatMap((step) => record[step] ?? [])
    return new Set(names).size < names.length
  })
  return twice.length > 0 ? [warn(`有 ${twice.length} 行三审中同一人审了两步`)] : []
}
