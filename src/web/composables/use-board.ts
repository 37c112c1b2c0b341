import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { BoardAnswer, BoardEndpoint } from '#shared/contract/boards.ts'
import type { Period } from '#shared/time/period.ts'
import { boardQuery, DESK_KEY } from '../queries/boards.ts'
import { usePeriod } from './use-period.ts'

/** The board of a page for what its address asks; old figures stay while new ones come. */
export function useBoard<A extends BoardAnswer>(page: BoardEndpoint<A>) {
  const { p, v, freeze } = usePeriod()
  const route = useRoute()
  const cache = useQueryCache()
  const asked = computed(() => {
    const words: Record<string, string> = {}
    if (p.value !== undefined) words.p = p.value
    if (v.value !== undefined) words.v = v.value
    if (freeze.value !== undefined) words.freeze = freeze.value
    for (const option of page.options) {
      const word = route.query[option]
      if (typeof word === 'string' && word !== '') words[option] = word
    }
    return words
  })
  const query = useQuery(() => ({
    ...boardQuery(page, asked.value),
    placeholderData: (previous: A | undefined) => previous,
  }))
  /** When the figures on screen came, for saying so when newer ones do not. */
  const cameAt = ref<Date | null>(null)
  watch(
    query.data,
    (answer) => {
      if (!answer) return
      cameAt.value = new Date()
      if (!answer.freeze) cache.setQueryData(DESK_KEY, answer.desk)
    },
    { immediate: true },
  )
  /** Asks for another period's board before it is chosen; whoever comes for it finds it there. */
  async function prefetch(period: Period): Promise<void> {
    // A 定稿 is of one period alone.
    const { freeze: ofThisPeriod, ...others } = asked.value
    if (ofThisPeriod !== undefined) return
    const entry = cache.ensure(boardQuery(page, { ...others, p: period.key }))
    await cache.refresh(entry).catch(() => {})
  }
  return { ...query, cameAt, prefetch }
}
