import { addDecimal, isDecimal } from '#shared/decimal.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import type { Cell, Field, Row } from '#shared/ledgers/define.ts'
import { qualifierPrefix, readQualifier, sumQualifier } from '#shared/metrics/qualifiers.ts'
import { fenToYuan, groupDigits } from '#shared/money.ts'
import { durationLabel } from '#shared/time/words.ts'
import type { GridColumn } from './columns.ts'

/** What the cells of one column in a block come to, in one unit. */
export interface BlockSum {
  readonly label: string
  readonly unit: string
  /** Cells that hold a number. */
  readonly count: number
  /** With its unit; null where its cells do not add up, which `why` says. */
  readonly sum: string | null
  readonly average: string
  readonly why: string
}

export interface BlockSums {
  /** Cells that hold anything. */
  readonly filled: number
  /** Cells that hold nothing: none of them counts as zero. */
  readonly absent: number
  readonly columns: readonly BlockSum[]
}

/**
 * What the cells of these rows come to under these columns: numbers of one column and one unit
 * together, never those of two; a sum is as exact as the least exact of its cells.
 */
export function blockSums(columns: readonly GridColumn[], rows: readonly Row[]): BlockSums {
  const cells = columns.flatMap(({ id }) => rows.map((row) => row[id] ?? null))
  const filled = cells.filter((cell) => cell !== null).length
  return {
    filled,
    absent: cells.length - filled,
    columns: columns.filter(({ isNumber }) => isNumber).flatMap((each) => sumsOf(each, rows)),
  }
}

function sumsOf({ id, field }: GridColumn, rows: readonly Row[]): BlockSum[] {
  const byUnit = new Map<string, Row[]>()
  for (const row of rows) {
    if (!isNumber(row[id] ?? null)) continue
    const unit = unitOf(field, row)
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), row])
  }
  return [...byUnit].map(([unit, held]) => {
    const total = held.reduce((so, row) => addDecimal(so, String(row[id])), '0')
    const { qualifierIn } = field
    const qualifier = sumQualifier(
      qualifierIn === undefined ? [] : held.map((row) => readQualifier(row[qualifierIn])),
    )
    const before = qualifierPrefix(qualifier)
    const why = whyNoSum(field, unit)
    return {
      label: field.label,
      unit,
      count: held.length,
      sum: why ? null : `${before}${sumText(field, total, unit)}`,
      average: `${before}${averageText(field, Number(total) / held.length, unit)}`,
      why,
    }
  })
}

const isNumber = (cell: Cell): boolean => cell !== null && isDecimal(String(cell))

function unitOf({ kind, unit = '', unitIn }: Field, row: Row): string {
  if (kind === 'money') return '元'
  return unitIn === undefined ? unit : String(row[unitIn] ?? '')
}

/** Why cells may be averaged but not added up; empty where they may. */
function whyNoSum({ isLevel }: Field, unit: string): string {
  if (isLevel) return '是某一天的存量，不相加'
  return /%|‰|百分点|\//.test(unit) ? '是比率，不相加' : ''
}

function sumText(field: Field, total: string, unit: string): string {
  if (field.kind === 'money') return `${fenToYuan(Number(total))} 元`
  if (field.kind === 'seconds') return durationLabel(Number(total))
  const [whole = '', ...places] = total.split('.')
  return [[groupDigits(whole), ...places].join('.'), unit].filter(Boolean).join(' ')
}

function averageText(field: Field, average: number, unit: string): string {
  if (field.kind === 'money') return `${fenToYuan(Math.round(average))} 元`
  if (field.kind === 'seconds') return durationLabel(Math.round(average))
  const isSmall = Math.abs(average) < 1
  const text = isSmall ? countText(average) : countText(Math.round(average * 100) / 100)
  return [text, unit].filter(Boolean).join(' ')
}
