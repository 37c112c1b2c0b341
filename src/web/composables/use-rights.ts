import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { isLedgerId, LEDGERS, type LedgerId } from '#shared/ledgers/index.ts'
import type { DeskRight, LedgerRight } from '#shared/rights/right.ts'
import { meQuery } from '../queries/session.ts'

/**
 * What to offer whoever is signed in. Until that is known everything is offered: the server refuses
 * what is not theirs, and nothing flickers for those who may.
 */
export function useRights() {
  const { data: me } = useQuery(meQuery)
  const rights = computed(() => me.value?.rights)
  return {
    me,
    may: (right: DeskRight): boolean => rights.value?.desk.includes(right) ?? true,
    mayOf: (right: LedgerRight, ledger: LedgerId): boolean =>
      rights.value === undefined ||
      LEDGERS[ledger].kind === 'desk' ||
      rights.value[right][ledger] !== undefined,
    maySome: (right: LedgerRight): boolean =>
      rights.value === undefined || Object.keys(rights.value[right]).some(isLedgerId),
  }
}
