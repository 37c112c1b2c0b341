import { SSF, type CellObject } from '@e965/xlsx'
import { addDays } from '#shared/time/day.ts'
import { decimalText, type NumberCell } from './cells.ts'

/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_SERIAL = 2_958_466

/** A number with what its format, `z` and the text `w` it gives, makes of it; `shift` in days, of a workbook that counts from 1904. */
export function numberCell(
  number: number,
  { z, w }: Pick<CellObject, 'z' | 'w'>,
  shift: number,
): NumberCell {
  const said = formatOf(z === undefined ? formatSeen(w) : String(z))
  // Of ODS the library says that every date is a day: what is shown has the hour, midnight too.
  const format = said === 'date' && /\d:\d\d/.test(w ?? '') ? 'dateTime' : said
  // A format may hide its number; what is there is read all the same.
  const shown = w?.trim() || decimalText(number)
  if (format === 'plain')
    return { number, format, shown: z && z !== 'General' ? shown : decimalText(number) }
  const isDated = Math.abs(number) < LAST_SERIAL
  if (format === 'percent' || format === 'time' || !isDated) return { number, format, shown }
  const day = addDays('1899-12-30', Math.floor(number) + shift)
  return { number, format, shown: format === 'date' ? day : `${day} ${w ?? ''}` }
}

/** The library does not say a format of 27 to 36 or 50 to 58, as Chinese dates are in, at its first cell: it shows. */
function formatSeen(shown = ''): string {
  if (/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(shown)) return 'm/d/yy'
  return /^\d{1,2}:\d{2}:\d{2}$/.test(shown) ? 'h:mm:ss' : 'General'
}

const formats = new Map<string, NumberCell['format']>()

function formatOf(code: string): NumberCell['format'] {
  const known = formats.get(code)
  if (known) return known
  const bare = code.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '')
  const hasDay = /[yd年]/i.test(bare)
  const hasTime = /[hs]/i.test(bare)
  const dated = hasDay ? (hasTime ? 'dateTime' : 'date') : hasTime ? 'time' : 'date'
  const format = SSF.is_date(code) ? dated : bare.includes('%') ? 'percent' : 'plain'
  formats.set(code, format)
  return format
}
