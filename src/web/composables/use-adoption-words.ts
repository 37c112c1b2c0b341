import { useRoute, useRouter } from 'vue-router'

/** The page's own words of its address: which uses count, under which rule, and which lag is listed. */
export function useAdoptionWords() {
  const route = useRoute()
  const router = useRouter()
  const ask = (change: {
    readonly counting?: string | undefined
    readonly rule?: string | undefined
    readonly lag?: string | undefined
  }) => router.replace({ query: { ...route.query, ...change } })
  return { ask }
}
