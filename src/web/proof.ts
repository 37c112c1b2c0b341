import { shallowRef } from 'vue'

/** Whether the password is asked for again, over whatever is on the page. */
export const isProofOpen = shallowRef(false)

let waiting: ((isGiven: boolean) => void)[] = []

/** Asks for the password and waits; false where nobody gave it. */
export function proved(): Promise<boolean> {
  isProofOpen.value = true
  return new Promise((resolve) => waiting.push(resolve))
}

/** Lets everything that waited go on, or give up. */
export function settleProof(isGiven: boolean): void {
  const all = waiting
  waiting = []
  isProofOpen.value = false
  for (const goOn of all) goOn(isGiven)
}
