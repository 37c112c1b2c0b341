import type { SummaryCell } from '#shared/contract/import-cells.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { ownFigure, statedKey, statedLabel } from '#shared/headlines/stated-words.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { aliasesOf } from '#shared/records/names.ts'
import { isMetricId, metricOf } from '#shared/metrics/index.ts'
import type { KnownNames } from '#shared/paragraphs/subjects.ts'
import { periodLabel } from '#shared/time/words.ts'
import { blankSection, SAMPLE_SIZE } from './blank-section.ts'
import { cellName, columnLetters, type ReadSheet } from './cells.ts'
import { contextOf } from './context.ts'
import { headingSet, type Asked, type mended } from './corrected.ts'
import { bannerOf } from './head.ts'
import { headingOf } from './heading.ts'
import type { KnownLists } from './name-notes.ts'
import type { KnownMapping } from './prepared.ts'
import { withYear } from './recognise.ts'
import type { PreparedSection, Surroundings } from './sections.ts'
import { disagreement, info, warn, type Note } from './section-notes.ts'
import { readCells, type Line, type ReadCells, type StatedCell } from './summary-figures.ts'
import { hasCells, keyOf, linesOf } from './summary-lines.ts'
import { layoutOf, type Layout } from './summary-layout.ts'
import { ANY_YEAR } from './summary-places.ts'
import { isTold, topicOf, type Topic } from './summary-subjects.ts'
import { partTotals } from './summary-totals.ts'
import type { Total } from './totals.ts'

/**
 * A sheet that lists no records but the totals of months: figures down and months across, or the other
 * way round. Null for one that is no such sheet, or of which no line is understood and nobody said it is.
 */
export function summarySection(
  sheet: ReadSheet,
  { file, table = '' }: Surroundings,
  { asked, changes }: { readonly asked: Asked; readonly changes: Mended['changes'] },
): PreparedSection | null {
  const any = layoutOf(sheet, asked.year ?? ANY_YEAR)
  if (!any) return null
  const banner = bannerOf(sheet, any.head)
  const context = withYear(contextOf(banner, sheet.name, file), asked)
  const layout = layoutOf(sheet, context.year)
  if (!layout) return null
  const names = { known: knownNames(asked.lists, asked.levels), lists: asked.lists }
  const titled = topicOf([...banner, sheet.name, file.replace(/\.[^.]*$/, '')], names)
  const key = ['合计表', headingOf(layout.corner).key, titled.whole ?? '', titled.limit].join(' ')
  const mapping = asked.mappings.get(key) ?? null
  const topic = toldTopic(titled, mapping)
  const lines = linesOf(sheet, layout, { topic, names, mapping })
  const isForced = asked.mappings.get(headingSet(layout.head))?.ledger === 'statedFigures'
  const told = lines.flatMap(({ subject }) => (subject && isTold(subject) ? [subject] : []))
  if (told.length === 0 && !mapping && !isForced) return null
  const unit = headingOf(layout.corner).unit ?? unitOf(context.moneyUnit, banner)
  const read = readCells({ sheet, layout, lines, file, unit })
  const parts = partTotals(read.figures, told)
  const totals = [...read.totals, ...parts.totals]
  const records = read.figures.map((figure) =>
    recordOf(figure, `${file}，表“${sheet.name}”`, parts.wholes.get(figure)),
  )
  const summary = { key, whole: topic.whole, words: topic.words, cells: read.figures.map(cellOf) }
  const section: ImportSection = {
    ...blankSection(sheet.name, file, 'statedFigures'),
    ...accountOf(layout, read),
    table,
    changes: changes.map(({ row, column, from, to }) => ({ row, column, heading: '', from, to })),
    headings: headingSet(layout.head),
    correctedOn: mapping?.day ?? null,
    isForced,
    year: context.year,
    mapping: mappingOf(sheet, layout, { lines, mapping }),
    records: records.length,
    refusals: [...read.refusals],
    notes: [...context.notes, ...notesOf(topic, lines), ...totals.flatMap(differing)],
    totals,
    sample: records.slice(0, SAMPLE_SIZE).map((record) => ({ ...record })),
    summary,
  }
  return { section, records }
}

type Mended = ReturnType<typeof mended>

/** The unit said over the table for all its figures. */
function unitOf(money: string | null, banner: readonly string[]): string | null {
  const said = banner.flatMap((text) => /单位[:：]\s*([^\s,，;；)）]+)/.exec(text)?.[1] ?? [])
  return (
    money ?? said.map((word) => headingOf(`数(${word})`).unit).find((each) => each !== null) ?? null
  )
}

function knownNames(
  lists: KnownLists,
  levels: ReadonlyMap<string, string> = new Map(),
): KnownNames {
  const written = Object.entries(lists).map(([list, rows]) => {
    const all = rows.flatMap((row) =>
      [String(row.name ?? ''), ...aliasesOf(row)].map((word) => [word, String(row.name)] as const),
    )
    return [list, new Map(all.filter(([word]) => word !== ''))] as const
  })
  return { lists: new Map(written), levels }
}

/** The topic, or the one a user said. */
function toldTopic(topic: Topic, mapping: KnownMapping | null): Topic {
  const told = mapping?.given.metric ?? ''
  return isMetricId(told) ? { ...topic, whole: told, words: metricOf(told).label } : topic
}

function recordOf(figure: StatedCell, where: string, partOf: string | undefined): Row {
  const { value, unit, qualifier } = figure.amount
  return {
    ...ownFigure(figure.of, figure.period),
    value,
    unit,
    qualifier,
    wording: figure.wording,
    ...(partOf !== undefined && { partOf }),
    note: `取自 ${where}${cellName(figure)}`,
  }
}

function cellOf(figure: StatedCell): SummaryCell {
  const { of, period, amount, written } = figure
  return {
    place: cellName(figure),
    written,
    label: statedLabel(of),
    period: periodLabel(period),
    periodFrom: period.from,
    periodTo: period.to,
    ...amount,
  }
}

/** Cells below the head, labels apart: figures, refused, or passed over by a name. */
function accountOf(layout: Layout, { figures, refusals, skips }: ReadCells) {
  const named = [...skips].map(([why, rows]) => ({
    why,
    count: rows.length,
    rows: [...new Set(rows.map((at) => at + 1))],
  }))
  const rowsSkipped = named.reduce((sum, { count }) => sum + count, 0)
  return {
    headRows: layout.head.rows.map((at) => at + 1),
    rowsRead: layout.lines.length * layout.slots.length,
    rowsGood: figures.length,
    rowsRefused: refusals.reduce((sum, { cells = 1 }) => sum + cells, 0),
    rowsSkipped,
    skips: named,
  }
}

/** The lines and what each is read as, as columns are shown of other sheets. */
function mappingOf(
  sheet: ReadSheet,
  layout: Layout,
  { lines, mapping }: { readonly lines: readonly Line[]; readonly mapping: KnownMapping | null },
): ImportSection['mapping'] {
  return lines.flatMap(({ place, subject }) => {
    const isOpen = place.kind === 'data' || place.kind === 'total'
    if (!isOpen || !hasCells(sheet, layout, place)) return []
    const key = keyOf(place)
    const column = layout.isAcross ? String(place.index + 1) : columnLetters(place.index)
    const told = subject && isTold(subject) ? subject : null
    const label = told ? statedLabel(told) : null
    const how =
      mapping?.lines?.[key] !== undefined
        ? 'chosen'
        : subject === null
          ? 'total'
          : told === null
            ? 'asked'
            : label === place.texts.at(-1)
              ? 'exact'
              : 'synonym'
    const field = told ? statedKey(told) : null
    return [{ column, heading: place.texts.join(' '), key, field, label, how }]
  })
}

function notesOf({ whole, words, limit }: Topic, lines: readonly Line[]): Note[] {
  const isNeeded = lines.some(({ place }) => place.kind === 'data')
  return [
    info('这张表没有逐条记录，是各期的合计：每格作为本中心的填报数，与台账计数并排，不代替台账'),
    ...(whole && isNeeded ? [info(`各行按${metricOf(whole).label}的分项读（“${words}”）`)] : []),
    ...(limit !== '' ? [warn(`标题里有“${limit}”，各行只按它的分项读`)] : []),
  ]
}

function differing(total: Total): Note[] {
  if (total.agrees) return []
  const { message } = DIAGNOSTICS.IMPORT_TOTAL_DIFFERS
  return [
    {
      ...warn(`${message}：${disagreement(total).text}；两边都照原样，没有改`),
      code: 'IMPORT_TOTAL_DIFFERS',
    },
  ]
}
