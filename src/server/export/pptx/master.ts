import { LIGHT } from '#charts/theme.ts'
import { XML } from '../xml.ts'
import { points } from '../chart-look.ts'
import { placesOf, SMALL, STRIPE, SUBTITLE } from './places.ts'
import { bar, textShape, tree, type TextShape } from './shapes.ts'
import { SPACES } from './slide.ts'
import { fill } from './theme.ts'

/** The layouts a slide may have, in the order of their parts. */
export const LAYOUTS = ['cover', 'exhibit', 'points'] as const
export type Layout = (typeof LAYOUTS)[number]

const NAMES: Readonly<Record<Layout, string>> = {
  cover: '封面',
  exhibit: '结论与图表',
  points: '要点',
}

const WORDS = {
  title: '一页一个结论',
  subtitle: '画的是什么，单位',
  footnote: '口径',
  footer: '单位 · 第几稿 · 数据截至某日某时',
}

/** The master: the centre's stripe, and where title, words, footer and number stand. */
export function masterXml(width: number, stripe: readonly string[]): string {
  const shapes = [
    ...stripeShapes(width, stripe),
    ...placeholders(width, ['title', 'body', 'footer', 'number']),
  ]
  const layouts = LAYOUTS.map(
    (_, n) => `<p:sldLayoutId id="${2_147_483_649 + n}" r:id="rId${n + 1}"/>`,
  )
  return [
    `${XML}<p:sldMaster ${SPACES}>`,
    tree(shapes).replace(
      '<p:cSld>',
      `<p:cSld><p:bg><p:bgPr>${fill(LIGHT.surface)}<a:effectLst/></p:bgPr></p:bg>`,
    ),
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>',
    `<p:sldLayoutIdLst>${layouts.join('')}</p:sldLayoutIdLst>`,
    `<p:txStyles><p:titleStyle>${level('lvl1pPr', 38, true, 'mj')}</p:titleStyle><p:bodyStyle>${level('lvl1pPr', 24, false, 'mn')}</p:bodyStyle><p:otherStyle>${level('lvl1pPr', 16, false, 'mn')}</p:otherStyle></p:txStyles></p:sldMaster>`,
  ].join('')
}

export function layoutXml(layout: Layout, width: number): string {
  const shown: Record<Layout, readonly Part[]> = {
    cover: ['coverTitle', 'coverWords', 'footer', 'number'],
    exhibit: ['title', 'subtitle', 'footnote', 'footer', 'number'],
    points: ['title', 'subtitle', 'body', 'footnote', 'footer', 'number'],
  }
  return `${XML}<p:sldLayout ${SPACES} preserve="1"${layout === 'cover' ? ' type="title"' : ''}>${tree(placeholders(width, shown[layout])).replace('<p:cSld>', `<p:cSld name="${NAMES[layout]}">`)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

const level = (element: string, size: number, isBold: boolean, font: 'mj' | 'mn'): string =>
  `<a:${element} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${points(size)}" b="${isBold ? 1 : 0}">${fill(LIGHT.ink)}<a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/></a:defRPr></a:${element}>`

const stripeShapes = (width: number, stripe: readonly string[]): string[] =>
  stripe.map((hex, n) => {
    const own = width / stripe.length
    return bar(20 + n, `色条 ${n + 1}`, { x: n * own, y: 0, width: own, height: STRIPE }, hex)
  })

type Part =
  | 'title'
  | 'coverTitle'
  | 'subtitle'
  | 'body'
  | 'coverWords'
  | 'footnote'
  | 'footer'
  | 'number'

function placeholders(width: number, parts: readonly Part[]): string[] {
  const places = placesOf(WORDS, width)
  const cover = { ...places.title, y: 250, height: 70 }
  const one = (
    placeholder: string,
    name: string,
    box: TextShape['box'],
    text: string,
    size: number,
  ): Omit<TextShape, 'id'> => ({
    placeholder,
    name,
    box,
    paragraphs: [{ runs: [{ text, size }] }],
  })
  const all: Readonly<Record<Part, Omit<TextShape, 'id'>>> = {
    title: one('type="title"', '标题', places.title, WORDS.title, 38),
    coverTitle: one('type="ctrTitle"', '标题', cover, '会议名称', 54),
    subtitle: one(
      'type="body" sz="quarter" idx="10"',
      '副标题',
      places.subtitle,
      WORDS.subtitle,
      SUBTITLE,
    ),
    body: one('type="body" idx="1"', '要点', places.body, '要点', 24),
    coverWords: one(
      'type="subTitle" idx="1"',
      '副标题',
      { ...cover, y: 330, height: 140 },
      '单位与数据期间',
      24,
    ),
    footnote: one(
      'type="body" sz="quarter" idx="11"',
      '口径',
      places.footnote,
      WORDS.footnote,
      SMALL,
    ),
    footer: one('type="ftr" sz="quarter" idx="12"', '页脚', places.footer, WORDS.footer, SMALL),
    number: {
      ...one('type="sldNum" sz="quarter" idx="13"', '页码', places.number, '‹#›', SMALL),
      paragraphs: [{ runs: [{ text: '‹#›', size: SMALL, field: 'slidenum' }], align: 'r' }],
    },
  }
  return parts.map((part, n) => textShape({ id: n + 2, ...all[part] }))
}
