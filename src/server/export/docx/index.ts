import { strToU8, zipSync } from 'fflate'
import type { ReportDocument } from '#shared/contract/documents.ts'
import { documentXml, footerXml, footnotesXml } from './body-xml.ts'
import { fontsXml, stylesXml } from './styles-xml.ts'
import { escaped, PACKAGE, RELATIONS, XML } from '../xml.ts'
import { WORD } from './xml.ts'

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts beside the document itself, by their name, kind and relation. */
const PARTS = ['styles', 'settings', 'fontTable', 'footnotes', 'footer'] as const

export const DOCX = `${TYPES}.document`

/** A report as a Word file, the same bytes for the same report and the same `mark` of who took it away. */
export function docxOf(document: ReportDocument, mark = ''): Uint8Array<ArrayBuffer> {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([
      ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(document),
    'word/document.xml': documentXml(document),
    'word/_rels/document.xml.rels': relations(
      PARTS.map((part) => [
        part === 'footer' ? 'rIdFooter' : `rId-${part}`,
        `${RELATIONS}/${part}`,
        `${part}.xml`,
      ]),
    ),
    'word/styles.xml': stylesXml(document),
    'word/settings.xml': SETTINGS,
    'word/fontTable.xml': fontsXml(),
    'word/footnotes.xml': footnotesXml(document),
    'word/footer.xml': footerXml(document, mark),
  }
  const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(bytes), { level: 6, mtime: '1980-01-01' }))
}

const relations = (all: readonly (readonly [string, string, string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

function contentTypes(): string {
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${type}"/>`
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', `${TYPES}.document.main+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${PARTS.map((part) => override(`word/${part}.xml`, `${TYPES}.${part}+xml`)).join('')}</Types>`
}

const SETTINGS = `${XML}<w:settings xmlns:w="${WORD}"><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`

const coreXml = ({ title, centre }: ReportDocument): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(centre)}</dc:creator></cp:coreProperties>`
