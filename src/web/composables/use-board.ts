import { useQuery, useQueryCache } from '@pinia/colada'
import { watch } from 'vue'
import type { BoardId } from '#shared/metrics/boards.ts'
import { boardQuery, DESK_KEY } from '../queries/boards.ts'
import { usePeriod } from './use-period.ts'

/** The board of a page for the period in the address; old figures stay while new ones come. */
export function useBoard(board: () => BoardId) {
  const { p, v } = usePeriod()
  const cache = useQueryCache()
  const query = useQuery(() => ({
    ...boardQuery({ board: board(), p: p.value, v: v.value }),
    placeholderData: (previous) => (previous?.board === board() ? previous : undefined),
  }))
  watch(query.data, (answer) => answer && cache.setQueryData(DESK_KEY, answer.desk), { immediate: true })
  return query
}
