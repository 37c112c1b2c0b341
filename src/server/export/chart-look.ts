/** What differs between a chart on a slide and one in a sheet. */
export interface ChartLook {
  /** In pixels of a 96-dpi screen. */
  readonly width: number
  readonly height: number
  /** Of all words in it, in pixels. */
  readonly fontSize: number
  /** The attributes of its fonts' elements: by the theme's names, or by their own. */
  readonly latin: string
  readonly eastAsian: string
  /** A colour `#rrggbb` as an element: of the theme where it is one of it. */
  colour(hex: string): string
  fill(hex: string): string
}

/** Hundredths of a point of a size in pixels. */
export const points = (px: number): number => Math.round(px * 75)

export const plainColour = (hex: string): string =>
  `<a:srgbClr val="${hex.slice(1).toUpperCase()}"/>`

export const solid = (colour: string): string => `<a:solidFill>${colour}</a:solidFill>`

/** How a chart's words look, as an element of DrawingML. */
export function textLook(
  element: string,
  { fontSize, latin, eastAsian, fill }: ChartLook,
  { isBold = false, colour = '#5e5852' },
): string {
  const fonts = `<a:latin typeface="${latin}"/><a:ea typeface="${eastAsian}"/>`
  return `<a:${element} sz="${points(fontSize)}" b="${isBold ? 1 : 0}">${fill(colour)}${fonts}</a:${element}>`
}
