import { useQuery, useQueryCache } from '@pinia/colada'
import { ref, watch } from 'vue'
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
  /** When the figures on screen came, for saying so when newer ones do not. */
  const cameAt = ref<Date | null>(null)
  watch(
    query.data,
    (answer) => {
      if (!answer) return
      cameAt.value = new Date()
      cache.setQueryData(DESK_KEY, answer.desk)
    },
    { immediate: true },
  )
  return { ...query, cameAt }
}
