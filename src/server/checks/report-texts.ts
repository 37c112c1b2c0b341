import { DOCUMENT_KINDS, DOCUMENTS, type DocumentKind } from '#shared/contract/documents.ts'
import { sameTexts } from '#shared/same-texts.ts'
import { overlaps, parsePeriod, yearOf, type Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { textOf } from '../boards/budget/line-rows.ts'
import type { BoardScope } from '../boards/scope.ts'
import { found, together, type Checker, type CheckResult, type Found } from './results.ts'

/** A paragraph that somebody wrote into a report. */
interface Paragraph {
  readonly period: Period
  readonly document: DocumentKind
  readonly slot: string
  readonly text: string
}

/** So much of a paragraph tells which it is. */
const BEGINNING = 20

/** Paragraphs of a year's reports; texts taken over from another period, and said to be, are left out. */
async function paragraphsOf({ store, period }: BoardScope): Promise<Paragraph[]> {
  const rows = await store.cells({
    ledger: 'reportTexts',
    fields: ['period', 'document', 'slot', 'text', 'carried'],
    filters: [],
  })
  return rows.flatMap((row) => {
    const of = parsePeriod(textOf(row.period))
    const document = DOCUMENT_KINDS.find((kind) => kind === row.document)
    if (!of || !document || textOf(row.carried) !== '' || yearOf(of) !== yearOf(period)) return []
    const slot = textOf(row.slot)
    const texts = textOf(row.text).split('\n')
    return texts.map((text) => ({ period: of, document, slot, text: text.trim() }))
  })
}

/** Paragraphs that stand word for word elsewhere too, those of reports of `period`. */
function copiedParagraphs(paragraphs: readonly Paragraph[], period: Period): Found[] {
  const nameOf = (one: Paragraph): string =>
    `${periodLabel(one.period)}${DOCUMENTS[one.document].label}`
  return sameTexts(paragraphs, ({ text }) => text).flatMap((same) =>
    same.flatMap((one): Found[] => {
      if (!overlaps(one.period, period)) return []
      const others = [...new Set(same.filter((each) => each !== one).map(nameOf))]
      const beginning = [...one.text].slice(0, BEGINNING).join('')
      return [
        {
          key: `report|${one.period.key}|${one.document}|${one.slot}|${beginning}`,
          what: `${nameOf(one)}的“${beginning}……”与${others.join('、')}里的一段逐字相同`,
          at: one.period.key,
          place: { kind: 'document', document: one.document, period: one.period.key },
        },
      ]
    }),
  )
}

/** What a check finds, and beside it paragraphs of reports that are the same word for word. */
export const withReports =
  (checker: Checker): Checker =>
  async (asked) => {
    const [own, ...lists] = await Promise.all([
      checker(asked),
      ...asked.years.map(async (year): Promise<CheckResult | null> => {
        const paragraphs = await paragraphsOf(year)
        return paragraphs.length === 0 ? null : found(copiedParagraphs(paragraphs, year.period))
      }),
    ])
    const known = lists.flatMap((result) => result ?? [])
    return known.length === 0 ? own : together([...known, own])
  }
