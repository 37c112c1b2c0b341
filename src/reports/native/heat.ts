import type { Tone } from '#charts/kinds.ts'
import { heatLevel, heatLevels, heatWords } from '#charts/scale.ts'
import { LIGHT } from '#charts/theme.ts'
import type { SlideExhibit } from '#shared/contract/decks.ts'
import { monthsOf } from '#shared/time/period.ts'
import type { NativeCell, NativeTable } from './native.ts'

type Calendar = Extract<SlideExhibit, { kind: 'calendar' }>
type WeekHours = Extract<SlideExhibit, { kind: 'weekHours' }>

/** Grounds of zero and of the four levels above it; words on the dark ones are white. */
const HEATS = ['#f6f4ef', '#f2cfc3', '#dd9580', '#bb4a36', '#6a150f'] as const
const DARK_FROM = 3
/** A tone's ground, and the sign behind the number that says the same without colour. */
const TONES: Readonly<Record<Tone, { readonly ground: string; readonly sign: string }>> = {
  plain: { ground: '#f6f4ef', sign: '' },
  good: { ground: '#e6f2ec', sign: '' },
  waiting: { ground: '#fff3d6', sign: '△' },
  bad: { ground: '#fbe9e4', sign: '×' },
}
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const DAYS = Array.from({ length: 31 }, (_, n) => n + 1)

/** Months down and days across; a day that is absent is empty, a day without anything says 0. */
export function nativeCalendar({ from, to, unit, scale, tones = {}, days }: Calendar): NativeTable {
  const levels = heatLevels(days.map(({ value }) => value))
  const byDay = new Map(days.map((each) => [each.day, each]))
  const cell = (month: string, day: number): NativeCell => {
    const found = byDay.get(`${month}-${String(day).padStart(2, '0')}`)
    if (!found) return { text: '' }
    if (scale === 'amount') return heatCell(found.value, levels)
    const { ground, sign } = TONES[found.tone ?? 'plain']
    return { text: `${found.value}${sign}`, fill: ground }
  }
  const signs = (['waiting', 'bad'] as const).flatMap((tone) => {
    const word = tones[tone]
    return word === undefined ? [] : [`${TONES[tone].sign} ${word}`]
  })
  return {
    kind: 'table',
    isGrid: true,
    columns: ['月', ...DAYS.map(String)],
    numbers: [false, ...DAYS.map(() => true)],
    rows: monthsOf({ from: `${from}-01`, to: `${to}-01` }).map((month) => [
      { text: month },
      ...DAYS.map((day) => cell(month, day)),
    ]),
    notes: [...(scale === 'tone' ? signs : [keysOf(levels, unit)]), '空格：未登记'],
  }
}

/** Weekdays down and hours across; every hour is known. */
export function nativeWeekHours({ unit, cells }: WeekHours): NativeTable {
  const levels = heatLevels(cells.map(({ value }) => value))
  const valueAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.value ?? 0
  return {
    kind: 'table',
    isGrid: true,
    columns: ['', ...HOURS.map((hour) => `${hour}时`)],
    numbers: [false, ...HOURS.map(() => true)],
    rows: WEEKDAYS.map((name, n) => [
      { text: name },
      ...HOURS.map((hour) => heatCell(valueAt(n + 1, hour), levels)),
    ]),
    notes: [keysOf(levels, unit)],
  }
}

function heatCell(value: number, levels: readonly number[]): NativeCell {
  const level = heatLevel(value, levels)
  const ground = { text: String(value), fill: HEATS[level] ?? HEATS[0] }
  return level >= DARK_FROM ? { ...ground, ink: LIGHT.surface } : ground
}

const keysOf = (levels: readonly number[], unit: string): string =>
  levels.length === 0
    ? `单位：${unit}`
    : `颜色由浅到深：${heatWords(levels, unit).join('、')}（${unit}）`
