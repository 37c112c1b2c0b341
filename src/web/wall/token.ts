import { useRoute, useRouter } from 'vue-router'

const NAME = 'wall-token'
/** `/wall#token=…`: what follows the # is never sent, so it stands in no log and no referrer. */
const IN_ADDRESS = /^#token=(\S+)$/

/** The address of the wall that holds a token, for a screen where nobody signs in. */
export const wallAddress = (token: string): string => `${location.origin}/wall#token=${token}`

/**
 * The wall's own token, '' without one: out of the address, which then forgets it, or as this
 * browser kept it. Where it cannot be kept it stays in the address, so that a new start finds it.
 */
export function useWallToken(): string {
  const route = useRoute()
  const router = useRouter()
  const found = IN_ADDRESS.exec(route.hash)?.[1]
  if (found === undefined) return kept()
  if (keep(found)) void router.replace({ query: route.query, hash: '' })
  return found
}

function kept(): string {
  try {
    return localStorage.getItem(NAME) ?? ''
  } catch {
    return ''
  }
}

function keep(token: string): boolean {
  try {
    localStorage.setItem(NAME, token)
    return true
  } catch {
    return false
  }
}
