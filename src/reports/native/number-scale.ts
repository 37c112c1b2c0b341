import { unitWord } from '#shared/headlines/figure-text.ts'
import { UNITS, type Unit } from '#shared/metrics/define.ts'
import type { NumberFormat } from './native.ts'

/** What a unit's numbers are divided by to be drawn, and how they are written then. */
export interface NumberScale {
  readonly by: number
  readonly word: string
  readonly format: NumberFormat
  readonly isWhole: boolean
}

const WHOLE: NumberFormat = { label: '#,##0', axis: '#,##0' }
const HOUR = 3600
const MINUTE = 60

/**
 * Money in 万元, shares as a part of one written in percent, lengths in the largest of hours,
 * minutes and seconds that `highest` has two of; all else as it is kept.
 */
export function numberScale(unit: string, highest: number): NumberScale {
  switch (unit) {
    case 'ratio':
      return { by: 1, word: '%', format: { label: '0.0%', axis: '0.##%' }, isWhole: false }
    case 'money':
      return {
        by: 1_000_000,
        word: '万元',
        format: { label: '#,##0.00', axis: 'General' },
        isWhole: false,
      }
    case 'duration':
      return lengthScale(highest)
    case 'hours':
      return { ...inUnits(HOUR, '小时'), format: { label: '0.0', axis: 'General' } }
    case 'points':
    case 'stopRate':
      return {
        by: 1,
        word: unitWord(unit),
        format: { label: '0.00', axis: 'General' },
        isWhole: false,
      }
    default:
      return { by: 1, word: unit, format: WHOLE, isWhole: true }
  }
}

function lengthScale(highest: number): NumberScale {
  if (highest >= 2 * HOUR) return inUnits(HOUR, '小时')
  return highest >= 2 * MINUTE ? inUnits(MINUTE, '分钟') : { ...inUnits(1, '秒'), isWhole: true }
}

const inUnits = (by: number, word: string): NumberScale => ({
  by,
  word,
  format: { label: `${by === 1 ? '#,##0' : '0.0'}"${word}"`, axis: `General"${word}"` },
  isWhole: false,
})

/** The unit that a chart of rows names by its word: its values are kept in the unit itself. */
export const unitNamed = (word: string): Unit | string =>
  UNITS.find((unit) => unitWord(unit) === word) ?? word

/** Divided for drawing; the nearest number to the exact quotient. */
export const scaled = (value: number | null, { by }: NumberScale): number | null =>
  value === null ? null : value / by
