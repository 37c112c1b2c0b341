import { LINES, layoutOf, textWidth, type Style } from './layout.ts'
import type { ReportDocument } from '#shared/contract/documents.ts'
import { XML } from '../xml.ts'
import { WORD } from './xml.ts'

/** Fonts of 公文 by name, and what stands for them where they are not installed. */
const FONTS = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
} as const

type Font = keyof typeof FONTS

const font = (name: Font): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}" w:cs="Times New Roman"/>`

/** Letters of a style: `size` in half points. */
const letters = (style: Style, name: Font, more = ''): string => {
  const size = LINES[style].size / 10
  return `<w:rPr>${font(name)}${more}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
}

/** Lines of a fixed height, what is around them in equal parts before and after. */
const spacing = (style: Style): string => {
  const { line, around } = LINES[style]
  return `<w:spacing w:before="${around / 2}" w:after="${around / 2}" w:line="${line}" w:lineRule="exact"/>`
}

function paragraphStyle(
  id: string,
  name: string,
  { before = '', style, after = '' }: { before?: string; style: Style; after?: string },
  look: string,
): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${before}${spacing(style)}${after}</w:pPr>${look}</w:style>`
}

const characterStyle = (id: string, look: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${look}</w:rPr></w:style>`

const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="560"/>'
const KEEP = '<w:keepNext/><w:keepLines/>'
const outline = (level: number): string => `<w:outlineLvl w:val="${level}"/>`

/** word/styles.xml: the looks of 公文 at sizes that also carry tables. */
export function stylesXml(document: ReportDocument): string {
  const width = textWidth(layoutOf(document))
  const dots = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs>`
  const entry = (level: number): string =>
    paragraphStyle(
      `TOC${level}`,
      `toc ${level}`,
      { before: dots, style: 'TocEntry', after: `<w:ind w:left="${(level - 1) * 420}"/>` },
      letters('TocEntry', '仿宋_GB2312'),
    )
  return `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault>${letters('Body', '仿宋_GB2312', '').replace('</w:rPr>', '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>')}</w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
    paragraphStyle(
      'Title',
      'Title',
      { style: 'Title', after: '<w:jc w:val="center"/>' },
      letters('Title', '方正小标宋简体'),
    ),
    paragraphStyle(
      'Subtitle',
      'Subtitle',
      { style: 'Subtitle', after: '<w:jc w:val="center"/>' },
      letters('Subtitle', '楷体_GB2312'),
    ),
    paragraphStyle(
      'Contents',
      'Contents',
      { style: 'Contents', after: '<w:jc w:val="center"/>' },
      letters('Contents', '黑体'),
    ),
    entry(1),
    entry(2),
    paragraphStyle(
      'Heading1',
      'heading 1',
      {
        before: KEEP,
        style: 'Heading1',
        after: `${document.isLandscape ? '<w:jc w:val="center"/>' : INDENT}${outline(0)}`,
      },
      letters('Heading1', '黑体'),
    ),
    paragraphStyle(
      'Heading2',
      'heading 2',
      { before: KEEP, style: 'Heading2', after: `${INDENT}${outline(1)}` },
      letters('Heading2', '楷体_GB2312', '<w:b/>'),
    ),
    paragraphStyle(
      'Heading3',
      'heading 3',
      { before: KEEP, style: 'Heading3', after: `${INDENT}${outline(2)}` },
      letters('Heading3', '仿宋_GB2312', '<w:b/>'),
    ),
    paragraphStyle(
      'Heading4',
      'heading 4',
      { before: KEEP, style: 'Heading4', after: `${INDENT}${outline(3)}` },
      letters('Heading4', '仿宋_GB2312', '<w:b/>'),
    ),
    paragraphStyle(
      'Body',
      'Body',
      { style: 'Body', after: `${INDENT}<w:jc w:val="both"/>` },
      letters('Body', '仿宋_GB2312'),
    ),
    paragraphStyle(
      'Quiet',
      'Quiet',
      { style: 'Quiet' },
      letters('Quiet', '仿宋_GB2312', '<w:color w:val="595959"/>'),
    ),
    paragraphStyle(
      'Caption',
      'caption',
      { before: KEEP, style: 'Caption', after: '<w:jc w:val="center"/>' },
      letters('Caption', '黑体'),
    ),
    paragraphStyle(
      'TableText',
      'Table Text',
      { style: 'TableText' },
      letters('TableText', '仿宋_GB2312'),
    ).replace(spacing('TableText'), TABLE_SPACING),
    paragraphStyle(
      'TableHead',
      'Table Head',
      { style: 'TableText' },
      letters('TableText', '黑体'),
    ).replace(spacing('TableText'), TABLE_SPACING),
    '<w:style w:type="paragraph" w:styleId="Gap"><w:name w:val="Gap"/><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:style>',
    paragraphStyle(
      'FootnoteText',
      'footnote text',
      { style: 'Footnote' },
      letters('Footnote', '仿宋_GB2312'),
    ),
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>',
    characterStyle('FootnoteReference', '<w:vertAlign w:val="superscript"/>'),
    characterStyle('Figure', '<w:u w:val="dotted" w:color="A6A6A6"/>'),
    characterStyle('Mark', '<w:color w:val="7F7F7F"/><w:sz w:val="18"/>'),
    characterStyle('Placeholder', '<w:color w:val="8C8C8C"/>'),
    GRID,
  ].join('')}</w:styles>`
}

const TABLE_SPACING = `<w:spacing w:before="45" w:after="45" w:line="${LINES.TableText.line}" w:lineRule="exact"/>`

const border = (side: string): string =>
  `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>`

const GRID = `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`

/** word/fontTable.xml: the fallbacks. */
export const fontsXml = (): string =>
  `${XML}<w:fonts xmlns:w="${WORD}">${Object.entries(FONTS)
    .map(
      ([name, other]) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`,
    )
    .join('')}</w:fonts>`
