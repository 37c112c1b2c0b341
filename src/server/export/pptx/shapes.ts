import { LIGHT } from '#charts/theme.ts'
import { points } from '../chart-look.ts'
import { escaped } from '../xml.ts'
import { fill } from './theme.ts'

/** A place on a slide, in pixels of a slide 720 high. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Run {
  readonly text: string
  /** In pixels. */
  readonly size: number
  readonly colour?: string
  readonly isBold?: boolean
  /** A field that the program fills, e.g. `slidenum`. */
  readonly field?: string
}

export interface Paragraph {
  readonly runs: readonly (Run | 'break')[]
  readonly align?: 'l' | 'ctr' | 'r'
  /** A square in the theme's first colour before it. */
  readonly hasBullet?: boolean
  /** In pixels. */
  readonly spaceAfter?: number
}

export interface TextShape {
  readonly id: number
  readonly name: string
  readonly box: Box
  readonly paragraphs: readonly Paragraph[]
  /** The attributes of its placeholder: `type="title"`; none for a plain box. */
  readonly placeholder?: string
  readonly anchor?: 't' | 'ctr' | 'b'
  /** The program makes the words smaller where somebody writes more. */
  readonly canShrink?: boolean
}

/** 914,400 units an inch, 96 pixels an inch. */
export const emu = (px: number): number => Math.round(px * 9525)

/** Lines stand at the same distance whatever font a machine has. */
export const LINE_HEIGHT = 1.3

export const boxXml = ({ x, y, width, height }: Box, space = 'a'): string =>
  `<${space}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${space}:xfrm>`

/** A box of words, or a placeholder with them. */
export function textShape(shape: TextShape): string {
  const { id, name, box, paragraphs, placeholder, anchor = 't', canShrink } = shape
  const kind = placeholder === undefined ? '' : `<p:ph ${placeholder}/>`
  const own = placeholder === undefined ? ' txBox="1"' : ''
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr${own}/><p:nvPr>${kind}</p:nvPr></p:nvSpPr>`,
    `<p:spPr>${boxXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`,
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}">${canShrink ? '<a:normAutofit/>' : '<a:noAutofit/>'}</a:bodyPr><a:lstStyle/>`,
    `${paragraphs.map(paragraphXml).join('')}</p:txBody></p:sp>`,
  ].join('')
}

export function paragraphXml({ runs, align = 'l', hasBullet, spaceAfter = 0 }: Paragraph): string {
  const size = Math.max(0, ...runs.map((run) => (run === 'break' ? 0 : run.size)))
  const indent = hasBullet ? ` marL="${emu(size)}" indent="-${emu(size)}"` : ' marL="0" indent="0"'
  const bullet = hasBullet
    ? `<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="60000"/><a:buFont typeface="Arial"/><a:buChar char="■"/>`
    : '<a:buNone/>'
  return `<a:p><a:pPr${indent} algn="${align}"><a:lnSpc><a:spcPts val="${points(size * LINE_HEIGHT)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="${points(spaceAfter)}"/></a:spcAft>${bullet}</a:pPr>${runs.map(runXml).join('')}</a:p>`
}

function runXml(run: Run | 'break'): string {
  if (run === 'break') return '<a:br><a:rPr lang="zh-CN"/></a:br>'
  const { text, size, colour = LIGHT.ink, isBold = false, field } = run
  const look = `<a:rPr lang="zh-CN" altLang="en-US" sz="${points(size)}" b="${isBold ? 1 : 0}" dirty="0">${fill(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr>`
  const words = `${look}<a:t>${escaped(text)}</a:t>`
  return field === undefined
    ? `<a:r>${words}</a:r>`
    : `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="${field}">${words}</a:fld>`
}

/** A filled rectangle: a stripe, or a rule over a number. */
export const bar = (id: number, name: string, box: Box, hex: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${boxXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill(hex)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>`

/** What stands on a slide, a layout or a master, within its tree. */
export const tree = (shapes: readonly string[]): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes.join('')}</p:spTree></p:cSld>`
