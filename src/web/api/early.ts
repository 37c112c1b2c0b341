declare global {
  interface Window {
    /** The first board, asked for by index.html before any script is loaded. */
    deskEarly?: { address: string; answer: Promise<unknown> }
  }
}

/** Whether an answer is on its way and not yet taken. */
export const hasEarly = (): boolean => window.deskEarly !== undefined

/** The answer asked for early, once, when it is to this very question; it may still fail. */
export function takeEarly(address: string): Promise<unknown> | null {
  const early = window.deskEarly
  delete window.deskEarly
  return early?.address === address ? early.answer : null
}
