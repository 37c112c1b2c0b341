import type { Group } from '../boards/define.ts'
import { boardOf, type BoardId } from '../boards/index.ts'
import { ledgerOf, type LedgerId } from '../ledgers/index.ts'

/** Of ledgers that somebody sees only their own department of, those a page stands on; 总览 on all. */
export function ownBehind(board: BoardId, own: readonly LedgerId[]): readonly LedgerId[] {
  const behind = Object.values<Group>(boardOf(board).groups).flatMap(({ ledgers = [] }) => ledgers)
  return behind.length === 0 ? own : own.filter((ledger) => behind.includes(ledger))
}

/** `发稿台账、上级采用台账`. */
export const ledgerNames = (ledgers: readonly LedgerId[]): string =>
  ledgers.map((ledger) => ledgerOf(ledger).label).join('、')

/** `只含本部门：发稿台账`, for files and sentences that leave the page; '' where all of it is counted. */
export const ownText = (own: readonly LedgerId[]): string =>
  own.length > 0 ? `只含本部门：${ledgerNames(own)}` : ''
