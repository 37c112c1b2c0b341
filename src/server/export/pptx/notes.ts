import type { Slide } from '#shared/contract/decks.ts'
import { XML } from '../xml.ts'
import { textShape, tree, type Box } from './shapes.ts'
import { SPACES } from './slide.ts'

/** A4 upright, in pixels. */
export const NOTES_SIZE = { width: 720, height: 1018 }
const WORDS: Box = { x: 60, y: 480, width: 600, height: 480 }
const SIZE = 18

/** What may be said to a slide and what somebody wrote down for it; null for none. */
export function spokenOf({ speaker, note }: Slide): string[] | null {
  const words = [speaker, ...note.split('\n')].filter((line) => line.trim() !== '')
  return words.length === 0 ? null : words
}

export const notesXml = (words: readonly string[]): string =>
  `${XML}<p:notes ${SPACES}>${tree([picture(2), body(3, words)])}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`

export const notesMasterXml = (): string =>
  `${XML}<p:notesMaster ${SPACES}>${tree([picture(2), body(3, ['讲稿'])])}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>`

const body = (id: number, words: readonly string[]): string =>
  textShape({
    id,
    name: '讲稿',
    box: WORDS,
    placeholder: 'type="body" idx="1"',
    paragraphs: words.map((text) => ({ runs: [{ text, size: SIZE }], spaceAfter: 6 })),
  })

/** Where the slide is shown above its notes. */
const picture = (id: number): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="571500" y="571500"/><a:ext cx="5715000" cy="3214688"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
