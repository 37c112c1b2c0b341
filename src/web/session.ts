import { shallowRef } from 'vue'

/** Whether somebody has to sign in before anything goes on. */
export const isSignInOpen = shallowRef(false)

let waiting: (() => void)[] = []

/** Asks to sign in over whatever is on the page, and waits until somebody did. */
export function signedIn(): Promise<void> {
  isSignInOpen.value = true
  return new Promise((resolve) => waiting.push(resolve))
}

/** Lets everything that waited go on. */
export function resume(): void {
  const all = waiting
  waiting = []
  isSignInOpen.value = false
  for (const goOn of all) goOn()
}
