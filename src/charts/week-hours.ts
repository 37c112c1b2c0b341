import type { Drawing } from './drawing.ts'
import { heatKeys } from './heat-cells.ts'
import type { WeekHours } from './kinds.ts'
import { amountText, heatLevel, heatLevels, numberText } from './scale.ts'
import type { ChartTable } from './table.ts'

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const LABELS = 36
const TOP = 18

interface HourCell {
  readonly x: number
  readonly y: number
  readonly level: number
}

export interface WeekHoursDrawing extends Drawing {
  readonly cell: { readonly width: number; readonly height: number }
  readonly cells: readonly HourCell[]
  readonly days: readonly { readonly label: string; readonly y: number }[]
  readonly hours: readonly { readonly label: string; readonly x: number }[]
}

/** Seven rows of 24 hours in a width in pixels; `pick` is `weekday-hour`. */
export function weekHoursDrawing({ cells, unit }: WeekHours, width: number): WeekHoursDrawing {
  const amounts = new Map(cells.map(({ weekday, hour, value }) => [`${weekday}-${hour}`, value]))
  const levels = heatLevels(cells.map(({ value }) => value))
  const across = (width - LABELS) / 24
  const down = Math.max(16, Math.min(26, across))
  const gap = across < 18 ? 1 : 2
  const spots = WEEKDAYS.flatMap((day, row) =>
    HOURS.map((hour) => {
      const key = `${row + 1}-${hour}`
      const value = amounts.get(key) ?? 0
      return {
        key,
        label: `${day} ${hour}—${hour + 1} 时：${amountText(value, unit)}`,
        pick: value > 0 ? key : null,
        x: LABELS + hour * across,
        y: TOP + row * down,
        width: across,
        height: down,
      }
    }),
  )
  const every = across * 3 < 30 ? 6 : 3
  return {
    width,
    height: TOP + 7 * down,
    keys: heatKeys(levels, unit),
    spots,
    steps: { across: 1, down: 24 },
    cell: { width: across - gap, height: down - gap },
    cells: spots.map(({ key, x, y }) => ({
      x,
      y,
      level: heatLevel(amounts.get(key) ?? 0, levels),
    })),
    days: WEEKDAYS.map((label, row) => ({ label, y: TOP + row * down + down / 2 + 4 })),
    hours: HOURS.filter((hour) => hour % every === 0).map((hour) => ({
      label: `${hour}时`,
      x: LABELS + hour * across,
    })),
  }
}

/** The same as text, a weekday a row. */
export function weekHoursTable({ cells }: WeekHours): ChartTable {
  const amounts = new Map(cells.map(({ weekday, hour, value }) => [`${weekday}-${hour}`, value]))
  return {
    columns: ['', ...HOURS.map((hour) => `${hour}时`)],
    rows: WEEKDAYS.map((day, row) => [
      day,
      ...HOURS.map((hour) => numberText(amounts.get(`${row + 1}-${hour}`) ?? 0)),
    ]),
  }
}
