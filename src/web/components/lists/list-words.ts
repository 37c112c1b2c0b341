import { countText } from '#shared/headlines/figure-words.ts'
import type { ListEntry } from '#shared/contract/lists.ts'
import { wordOf, type Row } from '#shared/ledgers/define.ts'
import { LEVELS } from '#shared/ledgers/dictionaries.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { readLevels } from '#shared/ledgers/outlet-levels.ts'
import { writeWhere } from '#shared/records/where-text.ts'

type Use = ListEntry['uses'][number]

const LABELS: Readonly<Record<string, { readonly label: string }>> = LEVELS

const levelName = (level: string, word: string | null): string => {
  const label = LABELS[level]?.label ?? level
  return word === null || word === label ? label : `${label}（${word}）`
}

/** The levels of an outlet, a line each, earliest first: `省级`, `2024-07-01 起 国家级`; none where nobody said. */
export function levelLines({ level, levelWord, levels }: Row): string[] {
  const base =
    typeof level === 'string'
      ? [levelName(level, typeof levelWord === 'string' ? levelWord : null)]
      : []
  if (typeof levels !== 'string') return base
  const dated = readLevels(levels)
  if (dated === null) return [`级别沿革读不懂：${levels}`]
  return [
    ...base,
    ...dated.map(({ from, level: own, word }) => `${from} 起 ${levelName(own, word)}`),
  ]
}

/** When an entry is in use: `2020-01-01 起`, `至 2023-12-31`; empty where it always is. */
export function validText({ validFrom, validTo }: Row): string {
  if (typeof validFrom === 'string' && typeof validTo === 'string')
    return `${validFrom} 至 ${validTo}`
  if (typeof validFrom === 'string') return `${validFrom} 起`
  return typeof validTo === 'string' ? `至 ${validTo}` : ''
}

/** What else an entry says, behind its name: `记者 · 采编一组`. */
export const besideText = (list: LedgerId, row: Row): string =>
  Object.entries(ledgerOf(list).fields)
    .filter(
      ([id, { list: own }]) => !OWN_PLACE.has(id) && (own === undefined || id === 'department'),
    )
    .flatMap(([id, field]) => wordOf(field, row[id] ?? null) || [])
    .join(' · ')

const OWN_PLACE = new Set('name aliases validFrom validTo level levelWord levels'.split(' '))

/** `上级采用台账 1,044 条`; with the field where the ledger has several of the kind. */
export const useText = ({ ledger, field, records }: Use): string => {
  const { label, unit, fields } = ledgerOf(ledger)
  const own = fields[field]
  const isOne = Object.values(fields).filter(({ list }) => list === own?.list).length === 1
  return `${label}${isOne ? '' : `·${own?.label ?? field}`} ${countText(records)} ${unit}`
}

/** The address of the records that use a name; several people may stand in one cell. */
export const usePlace = (list: LedgerId, name: string, { ledger, field }: Use) => ({
  name: 'ledger',
  params: { ledger },
  query: {
    where: writeWhere([{ field, hold: list === 'people' ? 'has' : 'is', words: [name] }]),
  },
})
