import type { DocumentKind, DocumentSlot, ReportDocument } from '#shared/contract/documents.ts'
import { sameTexts } from '#shared/same-texts.ts'
import { charactersOf } from '#shared/ledgers/rules.ts'
import type { Period } from '#shared/time/period.ts'
import type { ReportFigures } from '../pages.ts'
import type { SlotSpec } from './define.ts'
import { SPECS } from './index.ts'
import { numbered } from './notes.ts'

/** A text as it is kept; moments are UTC instants. */
export interface KeptText {
  readonly text: string
  readonly at: string
  readonly by: string
  readonly carried: Period | null
}

/** What people wrote into a report of the period, and of the one before, by slot. */
export interface KeptTexts {
  readonly own: ReadonlyMap<string, KeptText>
  readonly before: { readonly period: Period; readonly texts: ReadonlyMap<string, string> } | null
  /** When records that hold texts of the report were last written, by their id. */
  readonly records: ReadonlyMap<string, { readonly at: string; readonly by: string }>
  /** An instant on the centre's own clock. */
  readonly clockOf: (at: string) => string
}

/** A report: sentences and tables from the figures, and between them what people wrote. */
export function documentOf(
  kind: DocumentKind,
  figures: ReportFigures,
  kept: KeptTexts,
): ReportDocument {
  const { isLandscape = false, hasContents = false, write } = SPECS[kind]
  const { title, subtitle, blocks, slots } = write(figures)
  const filled = slots.map((spec) => slotOf(spec, kept, figures.freeze !== null))
  const moments = filled.flatMap(({ at, text }) => (text === '' ? [] : (at ?? []))).toSorted()
  const { centre, period, asOf, freeze } = figures
  return {
    kind,
    title,
    subtitle,
    centre,
    period,
    asOf,
    freeze,
    textsAsOf: moments.length === 0 ? null : kept.clockOf(moments.at(-1) ?? ''),
    isLandscape,
    hasContents,
    ...numbered(blocks),
    slots: filled,
    warnings: warningsOf(filled),
  }
}

function slotOf(
  { id, label, about, limit, record }: SlotSpec,
  { own, before, records }: KeptTexts,
  isFrozen: boolean,
): DocumentSlot {
  const words = { id, label, about, limit: limit ?? null }
  if (record) {
    const { at = null, by = null } = isFrozen ? {} : (records.get(record.id) ?? {})
    const place = { ledger: 'budgetLines' as const, id: record.id, field: record.field }
    const { text } = record
    return {
      ...words,
      text,
      at,
      by,
      carried: null,
      offered: null,
      record: place,
      isLocked: isFrozen,
    }
  }
  const known = own.get(id)
  const last = before?.texts.get(id) ?? ''
  const isOffered = (known?.text ?? '') === '' && last !== '' && before !== null
  return {
    ...words,
    text: known?.text ?? '',
    at: known?.at ?? null,
    by: known?.by ?? null,
    carried: known?.carried ?? null,
    offered: isOffered ? { period: before.period, text: last } : null,
    record: null,
    isLocked: false,
  }
}

/** Texts that are too long for the form, and those that say word for word what another says. */
function warningsOf(slots: readonly DocumentSlot[]): ReportDocument['warnings'] {
  const long = slots.flatMap(({ id, text, limit }) => {
    const size = charactersOf(text)
    return limit === null || size <= limit
      ? []
      : [{ slot: id, text: `有 ${size} 字，超过 ${limit} 字` }]
  })
  const same = sameTexts(slots, ({ text }) => text).flatMap((group) =>
    group.map((slot) => {
      const others = group.filter(({ id }) => id !== slot.id).map(nameOf)
      return { slot: slot.id, text: `与${others.join('、')}逐字相同` }
    }),
  )
  const carried = slots.flatMap(({ id, carried: from }) =>
    from ? [{ slot: id, text: '沿用上期，还没有改' }] : [],
  )
  return [...long, ...same, ...carried]
}

const nameOf = ({ about, label }: DocumentSlot): string =>
  about === '' ? label : `${about}的${label}`
