import { ref } from 'vue'

const NAME = 'presenting'

/** The address of the talk that is under way in this window; '' for none. Kept over a reload. */
export const presenting = ref(read())

function read(): string {
  try {
    return sessionStorage.getItem(NAME) ?? ''
  } catch {
    return ''
  }
}

/** Remembers where a talk is, so that one finds back from the records; '' ends it. */
export function keepPresenting(address: string): void {
  presenting.value = address
  try {
    if (address === '') sessionStorage.removeItem(NAME)
    else sessionStorage.setItem(NAME, address)
  } catch {
    // The way back then is the browser's own.
  }
}
