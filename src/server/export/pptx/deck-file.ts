import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Deck } from '#shared/contract/decks.ts'
import { chartBook, CHART_SHEET } from '../chart-book.ts'
import { chartXml } from '../chart-xml.ts'
import { escaped, PACKAGE, relations, RELATIONS, XML } from '../xml.ts'
import { fileSlides, footerOf, type FileSlide, type MarkedDeck } from './file-slides.ts'
import { LAYOUTS, layoutXml, masterXml, type Layout } from './master.ts'
import { NOTES_SIZE, notesMasterXml, notesXml, spokenOf } from './notes.ts'
import { HEIGHT, RATIOS, type Ratio } from './places.ts'
import { emu } from './shapes.ts'
import { slideXml, SPACES } from './slide.ts'
import { slideLook, themeXml } from './theme.ts'

export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const TYPES = 'application/vnd.openxmlformats-officedocument'
/** A chart narrower than this has smaller words. */
const NARROW = 620
/** Where a chart's numbers begin in its own workbook. */
const PLACE = { sheet: CHART_SHEET, row: 1, column: 0 }

/** A part of the file: its name, what it is (none for what its ending says), what it holds. */
interface Part {
  readonly name: string
  readonly type?: string
  readonly body: string | Uint8Array
}

/**
 * The slides of a meeting as a presentation: charts and tables native, spoken lines as notes. `mark`
 * stands below each: who took it away.
 */
export async function deckFile(of: Deck, ratio: Ratio, mark = ''): Promise<Uint8Array> {
  const deck = { ...of, mark }
  const width = RATIOS[ratio]
  const slides = fileSlides(deck, width)
  const parts = [
    ...around(deck, slides.length, width),
    ...(
      await Promise.all(slides.map((slide, n) => slideParts(slide, n, slides.length, deck)))
    ).flat(),
  ]
  const files: Zippable = {}
  for (const { name, body } of [contentTypes(parts), ...parts])
    files[name] = typeof body === 'string' ? strToU8(body) : [body, { level: 0 }]
  return zipSync(files, { level: 6 })
}

function contentTypes(parts: readonly Part[]): Part {
  const own = parts.flatMap(({ name, type }) =>
    type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`],
  )
  const endings = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['xlsx', `${TYPES}.spreadsheetml.sheet`],
  ].map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
  return {
    name: '[Content_Types].xml',
    body: `${XML}<Types xmlns="${PACKAGE}/content-types">${endings.join('')}${own.join('')}</Types>`,
  }
}

const show = (kind: string): string => `${TYPES}.presentationml.${kind}+xml`

/** All that is there once: the presentation, master, layouts, themes, notes master, properties. */
function around(deck: MarkedDeck, count: number, width: number): Part[] {
  const theme = { type: `${TYPES}.theme+xml`, body: themeXml() }
  return [
    {
      name: '_rels/.rels',
      body: relations([
        ['officeDocument', 'ppt/presentation.xml'],
        ['extended-properties', 'docProps/app.xml'],
      ]).replace(
        '</Relationships>',
        `<Relationship Id="rId3" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      ),
    },
    ...properties(deck),
    {
      name: 'ppt/presentation.xml',
      type: show('presentation.main'),
      body: presentation(count, width),
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      body: relations([
        ['slideMaster', 'slideMasters/slideMaster1.xml'],
        ['notesMaster', 'notesMasters/notesMaster1.xml'],
        ['theme', 'theme/theme1.xml'],
        ...Array.from({ length: count }, (_, n) => ['slide', `slides/slide${n + 1}.xml`] as const),
      ]),
    },
    { name: 'ppt/theme/theme1.xml', ...theme },
    { name: 'ppt/theme/theme2.xml', ...theme },
    {
      name: 'ppt/slideMasters/slideMaster1.xml',
      type: show('slideMaster'),
      body: masterXml(width, deck.stripe),
    },
    {
      name: 'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      body: relations([
        ...LAYOUTS.map(
          (_, n) => ['slideLayout', `../slideLayouts/slideLayout${n + 1}.xml`] as const,
        ),
        ['theme', '../theme/theme1.xml'],
      ]),
    },
    ...LAYOUTS.flatMap((layout, n): Part[] => [
      {
        name: `ppt/slideLayouts/slideLayout${n + 1}.xml`,
        type: show('slideLayout'),
        body: layoutXml(layout, width),
      },
      {
        name: `ppt/slideLayouts/_rels/slideLayout${n + 1}.xml.rels`,
        body: relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
      },
    ]),
    {
      name: 'ppt/notesMasters/notesMaster1.xml',
      type: show('notesMaster'),
      body: notesMasterXml(),
    },
    {
      name: 'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      body: relations([['theme', '../theme/theme2.xml']]),
    },
  ]
}

function properties(deck: MarkedDeck): Part[] {
  const core = `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(deck.title)}</dc:title><dc:subject>${escaped(footerOf(deck))}</dc:subject><dc:creator>${escaped(deck.centre)}</dc:creator></cp:coreProperties>`
  const app = `${XML}<Properties xmlns="${RELATIONS.replace('relationships', 'extended-properties')}"><Application>融媒运行台</Application></Properties>`
  return [
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      body: core,
    },
    { name: 'docProps/app.xml', type: `${TYPES}.extended-properties+xml`, body: app },
  ]
}

/** Relations 1 to 3 are the masters and the theme; slides follow. */
function presentation(count: number, width: number): string {
  const ids = Array.from(
    { length: count },
    (_, n) => `<p:sldId id="${256 + n}" r:id="rId${n + 4}"/>`,
  )
  const notes = `<p:notesSz cx="${emu(NOTES_SIZE.width)}" cy="${emu(NOTES_SIZE.height)}"/>`
  return `${XML}<p:presentation ${SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${emu(width)}" cy="${emu(HEIGHT)}"/>${notes}</p:presentation>`
}

function layoutOf({ slide, drawn }: FileSlide): Layout {
  if (slide.kind === 'cover') return 'cover'
  const isEmpty = drawn.kind === 'table' && drawn.laid.table.rows.length === 0
  return drawn.kind === 'words' || isEmpty ? 'points' : 'exhibit'
}

async function slideParts(
  file: FileSlide,
  at: number,
  all: number,
  deck: MarkedDeck,
): Promise<Part[]> {
  const n = at + 1
  const spoken = spokenOf(file.slide)
  const links: (readonly [string, string])[] = [
    ['slideLayout', `../slideLayouts/slideLayout${LAYOUTS.indexOf(layoutOf(file)) + 1}.xml`],
    ...(file.drawn.kind === 'chart' ? [['chart', `../charts/chart${n}.xml`] as const] : []),
    ...(spoken ? [['notesSlide', `../notesSlides/notesSlide${n}.xml`] as const] : []),
  ]
  const around = { footer: footerOf(deck), number: n, all, chartId: 'rId2' }
  return [
    { name: `ppt/slides/slide${n}.xml`, type: show('slide'), body: slideXml(file, around) },
    { name: `ppt/slides/_rels/slide${n}.xml.rels`, body: relations(links) },
    ...(spoken ? notesParts(n, spoken) : []),
    ...(await chartParts(file, n)),
  ]
}

const notesParts = (n: number, spoken: readonly string[]): Part[] => [
  {
    name: `ppt/notesSlides/notesSlide${n}.xml`,
    type: show('notesSlide'),
    body: notesXml(spoken),
  },
  {
    name: `ppt/notesSlides/_rels/notesSlide${n}.xml.rels`,
    body: relations([
      ['notesMaster', '../notesMasters/notesMaster1.xml'],
      ['slide', `../slides/slide${n}.xml`],
    ]),
  },
]

async function chartParts({ drawn }: FileSlide, n: number): Promise<Part[]> {
  if (drawn.kind !== 'chart') return []
  const look = slideLook({ ...drawn.box, fontSize: drawn.box.width < NARROW ? 12 : 14 })
  const tail = '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
  return [
    {
      name: `ppt/charts/chart${n}.xml`,
      type: `${TYPES}.drawingml.chart+xml`,
      body: chartXml(drawn.chart, PLACE, look, tail),
    },
    {
      name: `ppt/charts/_rels/chart${n}.xml.rels`,
      body: relations([['package', `../embeddings/chart${n}.xlsx`]]),
    },
    { name: `ppt/embeddings/chart${n}.xlsx`, body: await chartBook(drawn.chart) },
  ]
}
