import type { RouteLocationRaw } from 'vue-router'
import type { Finding, FindingPlace } from '#shared/contract/checks.ts'
import { DOCUMENTS } from '#shared/contract/documents.ts'
import { BOARDS } from '#shared/boards/index.ts'
import { checkOf, SEVERITIES } from '#shared/checks/index.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { CsvCell } from '#shared/csv.ts'
import { recordAt } from './record-links.ts'

/** Where a finding is mended; a record leads back to `back`, the page's full path. */
export function placeTo(place: FindingPlace, back: string): RouteLocationRaw {
  switch (place.kind) {
    case 'record':
      return recordAt(place.ledger, place.record, back)
    case 'records':
      return { name: 'ledger', params: { ledger: place.ledger }, query: place.query }
    case 'board':
      return { name: place.board, query: { p: place.period } }
    case 'document':
      return { name: 'document', params: { kind: place.document }, query: { p: place.period } }
  }
}

/** What that place is called: 发稿台账. */
export function placeWords(place: FindingPlace): string {
  if (place.kind === 'board') return BOARDS[place.board].label
  return place.kind === 'document' ? DOCUMENTS[place.document].label : ledgerOf(place.ledger).label
}

/** `2024-03-05 09:10`; a day, month or year as it is. */
export const foundAt = ({ at }: Pick<Finding, 'at'>): string => at.replace('T', ' ')

/** Findings as rows with a head, for a file. */
export function findingRows(findings: readonly Finding[], zone: string): CsvCell[][] {
  return [
    ['程度', '编号', '检查', '发现', '何时', '在哪里改', '已知原因', '谁写的', '何时写的'],
    ...findings.map(({ check, severity, what, place, known, at }) => [
      SEVERITIES[severity].label,
      checkOf(check).number,
      checkOf(check).label,
      what,
      foundAt({ at }) || null,
      placeWords(place),
      known?.note ?? null,
      known?.by ?? null,
      known && dateTimeInZone(Date.parse(known.at), zone).replace('T', ' '),
    ]),
  ]
}
