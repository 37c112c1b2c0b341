import { readonly, shallowRef } from 'vue'

/** More than anybody writes before looking at what it opened. */
const MOST = 50

const acts = shallowRef<readonly string[]>([])

/** The acts of writing this page did, the latest last, until they are put away. */
export const ownActs = readonly(acts)

export function noteAct(act: string): void {
  acts.value = [...acts.value.filter((each) => each !== act), act].slice(-MOST)
}

export function putActsAway(): void {
  acts.value = []
}
