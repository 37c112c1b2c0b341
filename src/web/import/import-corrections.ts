import type { InjectionKey, Ref } from 'vue'
import type { Correction } from '#shared/contract/import-sections.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { isEntered, type Field } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'

/** Reads the prepared import again with one more correction; the page provides it to its parts. */
export interface Corrector {
  readonly correct: (correction: Correction) => void
  readonly isBusy: Readonly<Ref<boolean>>
}

export const CORRECTOR: InjectionKey<Corrector> = Symbol('corrector')

/** A correction as a form holds it: fields by heading, `''` for not imported. */
export interface MappingForm {
  ledger: LedgerId | ''
  columns: Record<string, string>
  given: Record<string, string>
  year: string
}

/** Ledgers a sheet may be, those it is like first. */
export function ledgerChoices({ candidates }: ImportSection): LedgerId[] {
  const fit = LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')
  return [...new Set([...candidates, ...fit])]
}

/** Fields a column may be read into, as `[id, label]`. */
export function fieldChoices(ledger: LedgerId): [string, string][] {
  return enteredFields(ledger).map(([id, { label, unit, required }]) => [
    id,
    `${label}${unit ? `（${unit}）` : ''}${required ? ' *' : ''}`,
  ])
}

/**
 * Fields that all rows may share a value of: required ones no column holds, and those given already.
 * None where another ledger was just chosen: which columns fit it is seen once it was read so.
 */
export function givenFields(form: MappingForm, section: ImportSection): [string, Field][] {
  if (form.ledger === '' || form.ledger !== section.ledger) return []
  const held = new Set(Object.values(form.columns))
  return enteredFields(form.ledger).filter(
    ([id, { required, kind }]) =>
      !held.has(id) && ((required && kind !== 'year') || section.given[id] !== undefined),
  )
}

/** The form of a section as it was read; `ledger` where another one is chosen. */
export function formOf(section: ImportSection, ledger = section.ledger): MappingForm {
  const isSame = ledger === section.ledger
  return {
    ledger: ledger ?? '',
    columns: Object.fromEntries(
      section.mapping.map(({ key, field, how }) => [
        key,
        isSame && how !== 'months' ? (field ?? '') : '',
      ]),
    ),
    given: isSame ? { ...section.given } : {},
    year: section.year === null ? '' : String(section.year),
  }
}

/**
 * What the form asks for beside how the section was read; only columns that were changed are said, and
 * nothing that the sheet's own name says: it would be remembered for sheets of other names.
 */
export function correctionOf(form: MappingForm, section: ImportSection): Correction | null {
  if (form.ledger === '') return null
  const isNewLedger = form.ledger !== section.ledger
  const isForced = isNewLedger || section.isForced
  const told = section.mapping.filter(
    ({ key, field, how }) =>
      how === 'chosen' || how === 'asked' || (form.columns[key] ?? '') !== (field ?? ''),
  )
  const columns = Object.fromEntries(
    told
      .filter(({ key, how }) => how !== 'months' && (!isNewLedger || form.columns[key] !== ''))
      .map(({ key }) => [key, form.columns[key] ?? '']),
  )
  const shared = new Set(givenFields(form, section).map(([id]) => id))
  const given = Object.fromEntries(
    Object.entries(form.given).filter(
      ([id, text]) => shared.has(id) && text.trim() !== '' && text !== section.named?.[id],
    ),
  )
  const year = /^\d{4}$/.test(form.year.trim()) ? Number(form.year.trim()) : null
  return {
    mapping: { headings: section.headings, ledger: form.ledger, isForced, columns, given },
    tables: [{ table: section.table, given, ...(year !== section.year && { year }) }],
  }
}

const enteredFields = (ledger: LedgerId): [string, Field][] =>
  Object.entries(ledgerOf(ledger).fields).filter(([, field]) => isEntered(field))
