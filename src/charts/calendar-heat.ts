import type { Marks } from '#shared/contract/boards.ts'
import {
  addDays,
  eachDay,
  eachMonth,
  firstDay,
  isoWeekday,
  lastDay,
  type Day,
} from '#shared/time/day.ts'
import { dayLabel, monthLabel } from '#shared/time/words.ts'
import { dayMarkWords, isOn, markKeys, marksWithin } from './day-marks.ts'
import type { Drawing, LegendKey, Spot } from './drawing.ts'
import { heatKeys } from './heat-cells.ts'
import type { CalendarHeat, Tone } from './kinds.ts'
import { heatLevel, heatLevels, numberText } from './scale.ts'
import type { ChartTable } from './table.ts'

/** A day's place: the column of its week, counted through all months, and its row, Monday 0. */
export interface DayPlace {
  readonly day: Day
  readonly month: number
  readonly column: number
  readonly row: number
}

/** The days of months as blocks of weeks; every month begins a column of its own. */
export function dayPlaces(from: string, to: string): DayPlace[] {
  let column = -1
  return eachMonth(from, to).flatMap((month, index) =>
    eachDay(firstDay(month), lastDay(month)).map((day) => {
      const row = isoWeekday(day) - 1
      if (row === 0 || day === firstDay(month)) column += 1
      return { day, month: index, column, row }
    }),
  )
}

interface DayCell {
  readonly x: number
  readonly y: number
  /** The class of its colour: `absent`, `heat-0` to `heat-4`, `tone-…`. */
  readonly look: string
  readonly tone: Tone | null
  readonly hasNote: boolean
}

export interface CalendarDrawing extends Drawing {
  readonly size: number
  readonly cells: readonly DayCell[]
  /** Outlines of 重保期, as paths. */
  readonly bands: readonly string[]
  readonly months: readonly { readonly label: string; readonly x: number }[]
  readonly weekdays: readonly { readonly label: string; readonly y: number }[]
}

const [LEFT, TOP, MONTH_GAP] = [22, 20, 8]
/** A cell with the gap after it: fingers need the least, one month alone would grow past the most. */
const [LEAST, MOST] = [15, 26]

/** Months of days in a width in pixels, wider where that would make the days too small. */
export function calendarDrawing(
  chart: CalendarHeat,
  width: number,
  marks: Marks = { notes: [], protections: [] },
): CalendarDrawing {
  const places = dayPlaces(chart.from, chart.to)
  const [columns, months] = [(places.at(-1)?.column ?? 0) + 1, (places.at(-1)?.month ?? 0) + 1]
  const room = (width - LEFT - (months - 1) * MONTH_GAP) / columns
  const each = Math.max(LEAST, Math.min(MOST, room))
  const near = marksWithin(marks, firstDay(chart.from), lastDay(chart.to))
  const known = new Map(chart.days.map((one) => [one.day, one]))
  const levels = heatLevels(chart.days.map(({ value }) => value))
  const at = ({ column, row, month }: DayPlace) => ({
    x: LEFT + column * each + month * MONTH_GAP,
    y: TOP + row * each,
  })
  const spots = places.map((place): Spot => {
    const label = known.get(place.day)?.label ?? `${dayLabel(place.day)}：未登记`
    const pick = known.has(place.day) ? place.day : null
    const words = `${label}${dayMarkWords(place.day, near)}`
    return { key: place.day, label: words, pick, ...at(place), width: each, height: each }
  })
  const cells = places.map((place): DayCell => {
    const one = known.get(place.day)
    const tone = chart.scale === 'tone' ? (one?.tone ?? 'plain') : null
    const look = tone === null ? `heat-${heatLevel(one?.value ?? 0, levels)}` : toneLook(tone)
    const hasNote = near.notes.some(({ from }) => from === place.day)
    return { ...at(place), look: one ? look : 'absent', tone: one ? tone : null, hasNote }
  })
  return {
    width: Math.max(width, Math.ceil(LEFT + columns * each + (months - 1) * MONTH_GAP)),
    height: Math.ceil(TOP + 7 * each),
    keys: [...scaleKeys(chart, levels, spots.length), ...markKeys(near)],
    spots,
    steps: { across: 7, down: 1 },
    size: each - 2,
    cells,
    bands: near.protections.map((band) => outline(places, band, { at, each })),
    months: monthHeads(places, at),
    weekdays: ['一', '三', '五', '日'].map((label, i) => ({
      label,
      y: TOP + (i * 2 + 0.5) * each + 3,
    })),
  }
}

/** Months that stand side by side where a reader sits far off. */
const MOST_MONTHS = 6

/** A calendar of judged days as one or two lines of months; of amounts as one, on one scale. */
export function calendarLines(chart: CalendarHeat): CalendarHeat[] {
  const months = eachMonth(chart.from, chart.to)
  const second = months[Math.ceil(months.length / 2)]
  if (chart.scale === 'amount' || months.length <= MOST_MONTHS || !second) return [chart]
  const isBefore = ({ day }: CalendarHeat['days'][number]) => day < second
  return [
    {
      ...chart,
      to: months[Math.ceil(months.length / 2) - 1] ?? chart.to,
      days: chart.days.filter(isBefore),
    },
    // What the tones mean is said once, over the first line.
    { ...chart, from: second, days: chart.days.filter((one) => !isBefore(one)) },
  ]
}

function monthHeads(places: readonly DayPlace[], at: (place: DayPlace) => { x: number }) {
  return places
    .filter(({ day }) => day.endsWith('-01'))
    .map((place, i) => {
      const isNewYear = i === 0 || place.day.slice(5, 7) === '01'
      const year = isNewYear && i > 0 ? `${place.day.slice(0, 4)}年` : ''
      return { label: `${year}${monthLabel(place.day)}`, x: at(place).x }
    })
}

function scaleKeys(chart: CalendarHeat, levels: readonly number[], shown: number): LegendKey[] {
  const absent: LegendKey[] =
    chart.days.length < shown ? [{ label: '未登记', shape: 'box', look: 'absent' }] : []
  if (chart.scale === 'amount') return [...heatKeys(levels, chart.unit), ...absent]
  const tones = (['plain', 'good', 'waiting', 'bad'] as const).flatMap((tone): LegendKey[] => {
    const label = chart.tones?.[tone]
    return label ? [{ label, shape: TONE_SHAPES[tone], look: toneLook(tone) }] : []
  })
  return [...tones, ...absent]
}

/** Most days are plain: they stand back, as days of nothing do by amount. */
const toneLook = (tone: Tone): string => (tone === 'plain' ? 'heat-0' : `tone-${tone}`)

/** Told apart without their colours: waiting has a dot, bad a stroke. */
const TONE_SHAPES = { plain: 'box', good: 'box', waiting: 'dot', bad: 'stroke' } as const

/** The line round the days of a band: an edge wherever the next day over is not in it. */
function outline(
  places: readonly DayPlace[],
  band: { from: Day; to: Day },
  { at, each }: { at: (place: DayPlace) => { x: number; y: number }; each: number },
): string {
  const inside = new Set(places.filter(({ day }) => isOn(day, band)).map(({ day }) => day))
  const beside = (day: Day, n: number) => {
    const other = addDays(day, n)
    return inside.has(other) && other.slice(0, 7) === day.slice(0, 7)
  }
  return places
    .filter(({ day }) => inside.has(day))
    .flatMap((place) => {
      const { day, row } = place
      const [x, y] = [at(place).x - 1, at(place).y - 1]
      return [
        beside(day, -7) ? '' : `M${x} ${y}v${each}`,
        beside(day, 7) ? '' : `M${x + each} ${y}v${each}`,
        row > 0 && beside(day, -1) ? '' : `M${x} ${y}h${each}`,
        row < 6 && beside(day, 1) ? '' : `M${x} ${y + each}h${each}`,
      ]
    })
    .join('')
}

/** The days as text, those without a figure as 未登记. */
export function calendarTable(chart: CalendarHeat, marks?: Marks): ChartTable {
  const known = new Map(chart.days.map((one) => [one.day, one]))
  const { unit, tones = {} } = chart
  return {
    columns: ['日期', unit, ...(chart.scale === 'tone' ? ['判断'] : []), '说明'],
    rows: dayPlaces(chart.from, chart.to).map(({ day }) => {
      const one = known.get(day)
      const said = marks ? dayMarkWords(day, marks).slice(1) : ''
      const tone = one ? (tones[one.tone ?? 'plain'] ?? '—') : '—'
      return [
        day,
        one ? numberText(one.value) : '未登记',
        ...(chart.scale === 'tone' ? [tone] : []),
        said,
      ]
    }),
  }
}
