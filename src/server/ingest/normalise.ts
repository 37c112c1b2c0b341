import type { Field } from '#shared/ledgers/define.ts'
import { metricCalled } from '#shared/metrics/targets.ts'
import { NO_RESULT, plainText, saysNothing, shownText, type RawCell } from './cells.ts'
import { readDateTime, readDay, readDayOrMonth, readYear } from './normalise-dates.ts'
import { readCount, readDecimal, readMoney, readRate, readSeconds } from './normalise-numbers.ts'
import { kept, refused, type CellContext, type Reading } from './reading.ts'

/**
 * Reads a cell into a field. Signs of nothing (empty, —, 无, N/A) are null, never 0; what cannot be
 * read exactly is refused by its code, never guessed.
 */
export function normaliseCell(field: Field, cell: RawCell, context: CellContext): Reading {
  if (cell === NO_RESULT) return refused('IMPORT_FORMULA_NO_RESULT')
  if (saysNothing(cell) || cell === null)
    return field.required ? refused('IMPORT_CELL_EMPTY') : kept(null)
  switch (field.kind) {
    case 'day':
      return readDay(cell, context, field.isEachDay)
    case 'dayOrMonth':
      return readDayOrMonth(cell, context)
    case 'year':
      return readYear(cell)
    case 'dateTime':
      return readDateTime(cell, context)
    case 'count':
      return readCount(cell, field.unit)
    case 'money':
      return readMoney(cell, context.unit)
    case 'seconds':
      return readSeconds(cell, context.unit)
    case 'decimal':
      return field.unit === '%' ? readRate(cell, context.unit) : readDecimal(cell)
    case 'choice':
      return readChoice(cell, field)
    case 'text':
      return field.isMetric ? readMetric(cell, field) : readText(cell, field)
    case 'link':
    case 'longText':
      return readText(cell, field)
  }
}

const MOST_REMEMBERED = 2000
const LONGEST_REMEMBERED = 20

/** Reads the cells of a field; a short text is read once, as columns of days and names repeat theirs. */
export function cellReader(field: Field, context: CellContext): (cell: RawCell) => Reading {
  const known = new Map<string, Reading>()
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_REMEMBERED)
      return normaliseCell(field, cell, context)
    const before = known.get(cell)
    if (before) return before
    const reading = normaliseCell(field, cell, context)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(cell, reading)
    return reading
  }
}

/** What is nothing but spaces and marks says nothing. */
function readText(cell: RawCell, field: Field): Reading {
  const text = writtenText(cell)
  if (text === '') return field.required ? refused('IMPORT_CELL_EMPTY') : kept(null)
  // A title may be spaced on purpose.
  if (field.required && field.list !== 'people') return kept(text)
  const value = text.replace(PADDED, '$1$2')
  return value === text ? kept(text) : { ok: true, value, inexact: 'spaced' }
}

/** 张 三, as tables pad a name of two signs to the width of three; several may stand in a cell. */
const PADDED =
  /(?<=^|[、，,;；/\n]\s*)(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=\s*(?:$|[、，,;；/\n]))/gu

/** Text as written, without the spaces around it or the mark by which spreadsheets force text. */
export function writtenText(cell: RawCell): string {
  return (
    shownText(cell)
      .replace(/\r\n?/g, '\n')
      .replace(/^'(?=[=+\-@\d][^']*$)/, '')
      // Not by a pattern: one anchored at the end tries every run of spaces from each of its places.
      .trim()
  )
}

function readChoice(cell: RawCell, field: Field): Reading {
  const said = choiceKey(shownText(cell))
  const options = Object.entries(field.options ?? {})
  const code = options.find(([id, { label, words = [] }]) =>
    [id, label, ...words].some((word) => choiceKey(word) === said),
  )
  if (code) return kept(code[0])
  const known = options.map(([, { label }]) => label).join('、')
  return { ok: false, code: 'IMPORT_WORD_UNKNOWN', fix: `改成其中之一：${known}。` }
}

/** A metric by its id, label or the name reports state it by; what needs one is refused without. */
function readMetric(cell: RawCell, field: Field): Reading {
  const name = writtenText(cell)
  const metric = metricCalled(name)
  if (metric !== null || !field.required) return kept(metric ?? name)
  const fix = '改成指标的名称，如“发布量”“上级采用”“停播时长”。'
  return { ok: false, code: 'IMPORT_WORD_UNKNOWN', fix }
}

const choiceKey = (word: string): string => plainText(word).replace(/\s+/g, '').toUpperCase()
