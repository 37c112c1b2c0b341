import type { Bars, Histogram, Multiples } from '#charts/kinds.ts'
import type { AdoptionAnswer } from '#shared/contract/adoption.ts'
import { countText, percentText } from '#shared/headlines/figure-words.ts'
import {
  daysText,
  lagTitle,
  levelMonthsTitle,
  levelsTitle,
  outletsTitle,
} from '#shared/headlines/adoption.ts'
import { levelWord } from '#shared/settings/adoption.ts'
import { yearOf } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'

const against = ({ against: past }: AdoptionAnswer): string =>
  past ? `；刻线为${periodLabel(past)}` : '；上年同期没有登记，不比较'

/** Every use by level, in the order of levels, last year's as a tick. */
export function levelBars(board: AdoptionAnswer): Bars {
  const { levels, levelWords, period } = board
  const all = levels.reduce((sum, { uses }) => sum + uses, 0)
  return {
    title: levelsTitle(levels, levelWords),
    subtitle: `${periodLabel(period)}各级媒体采用，每次都计，条${against(board)}`,
    unit: '条',
    rows: levels.map(({ level, uses, before }) => ({
      key: level,
      label: levelWord(levelWords, level),
      value: uses,
      text: countText(uses),
      before,
      note: all === 0 ? '' : `${percentText(uses / all)}%`,
    })),
  }
}

/** Every use by outlet, most first; those past the list in one row. */
export function outletBars(board: AdoptionAnswer): Bars {
  const { outlets, levels, levelWords, period } = board
  const sum = (rows: readonly { readonly uses: number }[]) =>
    rows.reduce((total, { uses }) => total + uses, 0)
  const rest = sum(levels) - sum(outlets.rows)
  const others = outlets.all - outlets.rows.length
  const row = { before: null, note: '' }
  return {
    title: outletsTitle(outlets),
    subtitle: `${periodLabel(period)}各媒体采用，每次都计，条${against(board)}`,
    unit: '条',
    rows: [
      ...outlets.rows.map(({ outlet, level, uses, before }) => ({
        key: outlet,
        label: outlet,
        value: uses,
        text: countText(uses),
        before,
        note: levelWord(levelWords, level),
      })),
      ...(others > 0
        ? [{ ...row, key: 'rest', label: `其余 ${others} 家`, value: rest, text: countText(rest) }]
        : []),
    ],
  }
}

/** Uses of each level month by month, beside the year before. */
export function levelMonths(board: AdoptionAnswer): Multiples {
  const { months, levelWords, period } = board
  const year = yearOf(period)
  const known = (values: readonly (number | null)[]) =>
    values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null)
  return {
    title: levelMonthsTitle(months, levelWords),
    subtitle: `${year}年各级各月采用，每次都计，条；虚线为${year - 1}年`,
    unit: '条',
    months: Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`),
    panels: months.map(({ level, values, before }) => {
      const total = known(values)
      return {
        key: level,
        label: levelWord(levelWords, level),
        values,
        before,
        text: total === null ? '未登记' : `${countText(total)} 条`,
      }
    }),
    partial: months[0]?.partial ?? [],
  }
}

/** Uses by days from publishing, with the median and the 90th percentile. */
export function lagHistogram({ lag, period }: AdoptionAnswer): Histogram {
  const line = (bin: string | null, word: string, days: number | null) =>
    bin === null || days === null ? [] : [{ bin, label: `${word} ${daysText(days)} 天` }]
  return {
    title: lagTitle(lag),
    subtitle: `${periodLabel(period)}从同题稿件首发到采用的天数，条；对上 ${countText(lag.after)} 条，共 ${countText(lag.all)} 条`,
    unit: '条',
    bins: lag.bins,
    lines: [...line(lag.medianBin, '中位', lag.median), ...line(lag.p90Bin, '九成在', lag.p90)],
  }
}
