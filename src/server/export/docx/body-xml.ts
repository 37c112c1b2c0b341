import type { Block, DocumentSlot, ReportDocument } from '#shared/contract/documents.ts'
import { periodLabel } from '#shared/time/words.ts'
import { layoutOf, textWidth } from './layout.ts'
import { headingPages } from './pages.ts'
import { tableXml } from './table-xml.ts'
import { RELATIONS, XML, escaped } from '../xml.ts'
import { controlXml, paragraphXml, runsXml, runXml, WORD, type NextId } from './xml.ts'

/** What the body of a report says of its state: figures and texts each have their own. */
export function stateWords({ freeze, period, asOf, textsAsOf }: ReportDocument): string {
  const figures = freeze
    ? `${periodLabel(period)}第${freeze.number}稿（${asOf}）`
    : `未定稿，截至 ${asOf}`
  return `数字：${figures}；文字：${textsAsOf === null ? '未填写' : `截至 ${textsAsOf}`}`
}

/** word/document.xml: title, contents page, sections. */
export function documentXml(document: ReportDocument): string {
  let last = 0
  const next: NextId = () => (last += 1)
  const { title, subtitle, centre, hasContents, isLandscape } = document
  // Each form bears its own title.
  const front = isLandscape
    ? []
    : [
        paragraphXml('Title', runXml(title)),
        ...(subtitle === '' ? [] : [paragraphXml('Subtitle', runXml(subtitle))]),
        ...(centre === '' ? [] : [paragraphXml('Subtitle', runXml(centre))]),
        paragraphXml('Quiet', runXml(stateWords(document)), '<w:jc w:val="center"/>'),
        ...(hasContents ? [contentsXml(document), BREAK] : []),
      ]
  let headings = 0
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'heading') headings += 1
    return blockXml(block, document, headings, next)
  })
  return `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${RELATIONS}"><w:body>${front.join('')}${blocks.join('')}${sectionXml(document)}</w:body></w:document>`
}

const BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

function blockXml(block: Block, document: ReportDocument, heading: number, next: NextId): string {
  switch (block.kind) {
    case 'heading':
      return paragraphXml(
        `Heading${block.level}`,
        `<w:bookmarkStart w:id="${heading}" w:name="_Toc${heading}"/>${runXml(block.text)}<w:bookmarkEnd w:id="${heading}"/>`,
      )
    case 'paragraph':
      return paragraphXml(block.isQuiet ? 'Quiet' : 'Body', runsXml(block.runs, next))
    case 'slot': {
      const slot = document.slots.find(({ id }) => id === block.id)
      return slot ? slotBlockXml(slot, block.lead, next) : ''
    }
    case 'break':
      return BREAK
    case 'table': {
      const caption = block.caption === '' ? '' : paragraphXml('Caption', runXml(block.caption))
      const width = textWidth(layoutOf(document))
      const inCell = (id: string): string => {
        const slot = document.slots.find((each) => each.id === id)
        return slot ? controlXml(controlOf(slot), next(), textRuns(slot), slot.text === '') : ''
      }
      // Two tables with nothing between them would become one.
      return `${caption}${tableXml(block, width, document.slots, inCell, next)}${paragraphXml('Gap', '')}`
    }
  }
}

const controlOf = ({ id, about, label, carried }: DocumentSlot) => ({
  label: `${about}${label}${carried ? `（沿用${periodLabel(carried)}，未改）` : ''}`,
  tag: `text:${id}`.slice(0, 64),
})

function textRuns({ text, carried }: DocumentSlot): string {
  if (text === '') return runXml('（待填写）', '<w:rStyle w:val="Placeholder"/>')
  const mark = carried
    ? runXml(`（沿用${periodLabel(carried)}，未改）`, '<w:rStyle w:val="Mark"/>')
    : ''
  return `${runXml(text)}${mark}`
}

/** A text of people in one control: one line behind its lead, several as paragraphs below it. */
function slotBlockXml(slot: DocumentSlot, lead: string, next: NextId): string {
  const [first = '', ...rest] = slot.text.split(/\n+/)
  const runs = (text: string, isLast: boolean): string =>
    textRuns({ ...slot, text, carried: isLast ? slot.carried : null })
  if (rest.length === 0) {
    const inner = controlXml(controlOf(slot), next(), runs(first, true), first === '')
    return paragraphXml('Body', `${lead === '' ? '' : runXml(lead)}${inner}`)
  }
  const before = lead === '' ? '' : paragraphXml('Body', runXml(lead), '<w:keepNext/>')
  const inner = [first, ...rest].map((line, n) =>
    paragraphXml('Body', runs(line, n === rest.length)),
  )
  return `${before}${controlXml(controlOf(slot), next(), inner.join(''))}`
}

/** The contents as a field whose entries stand there already, each leading to its heading. */
function contentsXml(document: ReportDocument): string {
  const pages = headingPages(document)
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []))
  const shown = headings
    .map(({ level, text }, n) => ({ level, text, n: n + 1, page: pages[n] ?? 1 }))
    .filter(({ level }) => level <= MOST_LEVEL)
  const entries = shown.map(({ level, text, n, page }, at) => {
    const begin =
      at === 0
        ? `${field('begin')}${instruction(` TOC \\o "1-${MOST_LEVEL}" \\h \\z \\u `)}${field('separate')}`
        : ''
    const end = at === shown.length - 1 ? field('end') : ''
    const number = `${field('begin')}${instruction(` PAGEREF _Toc${n} \\h `)}${field('separate')}${runXml(String(page))}${field('end')}`
    const link = `<w:hyperlink w:anchor="_Toc${n}" w:history="1">${runXml(text)}<w:r><w:tab/></w:r>${number}</w:hyperlink>`
    return paragraphXml(`TOC${level}`, `${begin}${link}${end}`)
  })
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraphXml('Contents', runXml('目　录'))}${entries.join('')}</w:sdtContent></w:sdt>`
}

const MOST_LEVEL = 2

const field = (kind: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`

const instruction = (words: string): string =>
  `<w:r><w:instrText xml:space="preserve">${escaped(words)}</w:instrText></w:r>`

function sectionXml(document: ReportDocument): string {
  const { pageWidth, pageHeight, margin } = layoutOf(document)
  const turned = document.isLandscape ? ' w:orient="landscape"' : ''
  return `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="${pageWidth}" w:h="${pageHeight}"${turned}/><w:pgMar w:top="${margin.top}" w:right="${margin.right}" w:bottom="${margin.bottom}" w:left="${margin.left}" w:header="720" w:footer="600" w:gutter="0"/></w:sectPr>`
}

/** word/footer1.xml: which state of figures and texts this is, who took it away, and the page. */
export function footerXml(document: ReportDocument, mark: string): string {
  const page = (name: string): string =>
    `${field('begin')}${instruction(` ${name} `)}${field('separate')}${runXml('1')}${field('end')}`
  const inner = `${runXml([stateWords(document), mark].filter((words) => words !== '').join('；'))}<w:r><w:tab/></w:r>${runXml('第 ')}${page('PAGE')}${runXml(' 页，共 ')}${page('NUMPAGES')}${runXml(' 页')}`
  const right = textWidth(layoutOf(document))
  return `${XML}<w:ftr xmlns:w="${WORD}">${paragraphXml('Footer', inner, `<w:tabs><w:tab w:val="right" w:pos="${right}"/></w:tabs>`)}</w:ftr>`
}

/** word/footnotes.xml: 口径 of the figures, below the page that first names them. */
export function footnotesXml({ notes }: ReportDocument): string {
  const line = (id: number, kind: 'separator' | 'continuationSeparator'): string =>
    `<w:footnote w:type="${kind}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${kind}/></w:r></w:p></w:footnote>`
  const each = notes.map(
    (text, n) =>
      `<w:footnote w:id="${n + 1}">${paragraphXml('FootnoteText', `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${runXml(` ${text}`)}`)}</w:footnote>`,
  )
  return `${XML}<w:footnotes xmlns:w="${WORD}">${line(-1, 'separator')}${line(0, 'continuationSeparator')}${each.join('')}</w:footnotes>`
}
