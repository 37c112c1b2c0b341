/** The colours a chart draws with; `theme/tokens.css` holds the same values and a spec compares them. */
export interface ChartTheme {
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly rule: string
  readonly surface: string
  /** Flags of notes, and the ground under a 重保期. */
  readonly note: string
  readonly band: string
  /** Part colours in order; the last one is for 其他 and what has no part. */
  readonly parts: readonly string[]
  /** Colours that belong to a code and to nothing else: levels of outlets and of alerts. */
  readonly codes: Readonly<Record<string, string>>
  readonly font: string
}

// Single quotes within: double ones would end the attribute that ECharts writes it into.
const FONT = "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"

export const LIGHT: ChartTheme = {
  ink: '#1e1b19',
  ink2: '#5e5852',
  ink3: '#948d84',
  rule: '#e6e0d6',
  surface: '#ffffff',
  note: '#2f6db5',
  band: '#fff3d6',
  parts: ['#a4261d', '#d9a13b', '#2f6db5', '#3b8a6e', '#8a6bb0', '#b9b2a8'],
  codes: {
    national: '#7a1a13',
    provincial: '#c4543a',
    municipal: '#e5ae5c',
    red: '#c62828',
    orange: '#db7420',
    yellow: '#ebc64c',
    blue: '#3c7cc0',
  },
  font: FONT,
}

/** For the wall and for the night. */
export const DARK: ChartTheme = {
  ink: '#f2ece2',
  ink2: '#b9b0a3',
  ink3: '#8b8378',
  rule: '#2c2824',
  surface: '#1c1916',
  note: '#7fb2ea',
  band: '#352a0f',
  parts: ['#d2463a', '#e5b23c', '#5b95d6', '#5bb28f', '#a98bd0', '#8b8378'],
  codes: {
    ...LIGHT.codes,
    national: '#a4261d',
    provincial: '#d97560',
    municipal: '#efc78c',
  },
  font: FONT,
}
