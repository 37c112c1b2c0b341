import { LIGHT } from '#charts/theme.ts'
import { plainColour, solid, type ChartLook } from '../chart-look.ts'
import { DRAWING, XML } from '../xml.ts'

/** By name: a machine that lacks it takes its own by the panose numbers. */
const FONT = { latin: 'Microsoft YaHei', eastAsian: '微软雅黑', panose: '020B0503020204020204' }
const PAPER = '#f6f4ef'
const LINKS = ['#2f6db5', '#8a6bb0']

/** How a change is meant, as the pages colour it. */
export const TONES = { good: '#2a7a58', bad: '#b3401f', flat: LIGHT.ink2 } as const

/** The colours of a theme by their places in it. */
const SCHEME: readonly (readonly [place: string, hex: string])[] = [
  ['dk1', LIGHT.ink],
  ['lt1', LIGHT.surface],
  ['dk2', LIGHT.ink2],
  ['lt2', PAPER],
  ...LIGHT.parts.map((hex, n) => [`accent${n + 1}`, hex] as const),
  ['hlink', LINKS[0] ?? LIGHT.ink],
  ['folHlink', LINKS[1] ?? LIGHT.ink],
]
const ON_SLIDES: Readonly<Record<string, string>> = {
  dk1: 'tx1',
  lt1: 'bg1',
  dk2: 'tx2',
  lt2: 'bg2',
}

/** A colour as a slide refers to it: by its place in the theme, so that another theme recolours it. */
export function colour(hex: string): string {
  const place = SCHEME.find(([, own]) => own === hex)?.[0]
  return place === undefined
    ? plainColour(hex)
    : `<a:schemeClr val="${ON_SLIDES[place] ?? place}"/>`
}

export const fill = (hex: string): string => solid(colour(hex))

/** Charts of a slide take fonts and colours from its theme. */
export const slideLook = (size: Pick<ChartLook, 'width' | 'height' | 'fontSize'>): ChartLook => ({
  ...size,
  latin: '+mn-lt',
  eastAsian: '+mn-ea',
  colour,
  fill,
})

/** The theme of the slides, and of the notes. */
export function themeXml(): string {
  const colours = SCHEME.map(([place, hex]) => `<a:${place}>${plainColour(hex)}</a:${place}>`)
  const { latin, eastAsian, panose } = FONT
  const fonts = (kind: 'major' | 'minor') =>
    `<a:${kind}Font><a:latin typeface="${latin}" panose="${panose}"/><a:ea typeface="${eastAsian}" panose="${panose}"/><a:cs typeface=""/><a:font script="Hans" typeface="${eastAsian}"/></a:${kind}Font>`
  const placeholder = solid('<a:schemeClr val="phClr"/>')
  const thrice = (xml: string) => xml.repeat(3)
  return [
    `${XML}<a:theme xmlns:a="${DRAWING}/main" name="融媒运行台"><a:themeElements>`,
    `<a:clrScheme name="融媒运行台">${colours.join('')}</a:clrScheme>`,
    `<a:fontScheme name="融媒运行台">${fonts('major')}${fonts('minor')}</a:fontScheme>`,
    `<a:fmtScheme name="融媒运行台"><a:fillStyleLst>${thrice(placeholder)}</a:fillStyleLst>`,
    `<a:lnStyleLst>${thrice(`<a:ln w="9525">${placeholder}<a:prstDash val="solid"/></a:ln>`)}</a:lnStyleLst>`,
    `<a:effectStyleLst>${thrice('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>`,
    `<a:bgFillStyleLst>${thrice(placeholder)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  ].join('')
}
