import type { ImportSection } from '#shared/contract/imports.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { keyOf } from '../store/cells.ts'
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
    ...joinedNotes(reader),
    ...runningNotes(reader),
    ...inexactNotes(plan.ledger, checked.inexact),
    ...(checked.zeroMonths > 0
      ? [info(`有 ${countText(checked.zeroMonths)} 格写的是 0，不作为一笔支付`)]
      : []),
    ...doubtNotes(checked.doubts),
    ...repeatNotes(plan, checked),
    ...totals.filter(({ agrees }) => !agrees).map(disagreement),
  ]
}

export const info = (text: string): Note => ({ level: 'info', text })
export const warn = (text: string): Note => ({ level: 'warn', text })

/** A stated total beside what its parts add up to; neither is corrected. */
export function disagreement({ words, stated, counted }: Total): Note {
  const [is, adds, apart] = [stated, counted, difference(stated, counted)].map(countText)
  return warn(`${words}写的是 ${is}，加起来是 ${adds}，相差 ${apart}`)
}

// Cents told in 元 are floats; their difference is rounded back to the cent.
const difference = (stated: number, counted: number): number =>
  Math.round(Math.abs(stated - counted) * 100) / 100

function rivalNotes({ plan }: Reader): Note[] {
  return plan.columns.flatMap(({ column, rival }) =>
    rival === null ? [] : [warn(`列“${column.text}”也像${rival}，已用另一列，这一列没有读`)],
  )
}

function runningNotes({ plan }: Reader): Note[] {
  const isRunning = plan.columns.some(({ month }) => month?.isRunning)
  return isRunning
    ? [warn('各月的列是从1月起的累计数：每月按“这个月的累计 − 上个月的累计”记作当月的支出')]
    : []
}

function joinedNotes({ plan }: Reader): Note[] {
  return Object.entries(ledgerOf(plan.ledger).fields).flatMap(([id, { isJoined, label }]) => {
    const columns = isJoined ? plan.columns.filter(({ field }) => field === id) : []
    const names = columns.map(({ column }) => `“${column.text}”`).join('、')
    return columns.length > 1 ? [info(`${names}几列合起来记在${label}`)] : []
  })
}

function inexactNotes(ledger: LedgerId, inexact: Checked['inexact']): Note[] {
  return [...inexact].map(([key, count]) => {
    const [field = '', manner = ''] = key.split(' ')
    const label = ledgerOf(ledger).fields[field]?.label ?? field
    return MANNERS[manner]?.(label, countText(count)) ?? warn(`${label}有 ${count} 格不是确数`)
  })
}

const MANNERS: Readonly<Record<string, (label: string, count: string) => Note>> = {
  rounded: (label, count) => info(`${label}有 ${count} 格写作“万”，按四舍五入的万计`),
  atLeast: (label, count) =>
    warn(`${label}有 ${count} 格写作“10万+”“余”之类，按写出的数计，实际只多不少`),
  below: (label, count) => info(`${label}有 ${count} 格写作“<0.1%”之类，按写出的数计，实际更低`),
  short: (label, count) =>
    info(`${label}有 ${count} 格写作“1万2”“一百二”之类，按 12,000、120 这样读`),
  days: (label, count) =>
    warn(`${label}有 ${count} 格写的是连着的几天，如“1月24日-25日”，都记在第一天`),
  month: (label, count) => info(`${label}有 ${count} 格写作“6月底”“6月3日-5日”之类，只记到那个月`),
  above: (label, count) => warn(`${label}有 ${count} 格是空的，照你说的按上面一格读`),
  spaced: (label, count) => info(`${label}有 ${count} 格两个字中间空了格，如“张 三”，按“张三”记`),
  ditto: (label, count) => info(`${label}有 ${count} 格写作“同上”“〃”之类，按上面一格读`),
  untitled: (label, count) => info(`${label}有 ${count} 格是空的，记作“（无描述）”`),
  about: (label, count) => warn(`${label}有 ${count} 格写作“约”“近”之类，按写出的数计，不是确数`),
}

/** How many rows a note names. */
const NAMED = 10

/** Rules that warn: said with the rows of the sheet, and loaded all the same. */
function doubtNotes(doubts: Checked['doubts']): Note[] {
  return [...doubts].map(([words, rows]) => {
    return warn(`有 ${countText(rows.length)} 行${words}（第 ${rowsNamed(rows)}）`)
  })
}

/** `3、5 行等`: the first of rows, as the spreadsheet numbers them. */
function rowsNamed(rows: readonly number[]): string {
  const named = rows.slice(0, NAMED).map((at) => at + 1)
  return `${named.join('、')} 行${rows.length > NAMED ? '等' : ''}`
}

/** Rows whose key an earlier one of the sheet has: each counts, so it is said. */
function repeatNotes({ ledger: id, columns }: Reader['plan'], checked: Checked): Note[] {
  // Where months stand across, a row is several records.
  if (checked.accepted.length !== checked.records.length) return []
  const ledger = ledgerOf(id)
  const seen = new Set<string>()
  const repeated: number[] = []
  for (const [i, record] of checked.records.entries()) {
    const key = keyOf(ledger, record)
    if (seen.has(key)) repeated.push(checked.accepted[i]?.at ?? 0)
    else seen.add(key)
  }
  if (repeated.length === 0) return []
  const mapped = new Set(columns.flatMap(({ field }) => field ?? []))
  const labels = ledger.key
    .filter((field) => mapped.has(field))
    .map((field) => ledger.fields[field]?.label ?? field)
  const text = `有 ${countText(repeated.length)} 行与前面某行的${labels.join('、')}都相同，会各算一${ledger.unit}（第 ${rowsNamed(repeated)}）；如是重复登记，先在文件里删去`
  return [warn(text)]
}
