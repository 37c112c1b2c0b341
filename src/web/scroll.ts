import type { RouterScrollBehavior } from 'vue-router'

/** Height of the bar that stays at the top, and some air. */
const BAR = 112
const PATIENCE = 2000
const STEP = 50

/**
 * Back to where one was; to the part an address names, once it is drawn; where one stands, when the
 * same page only shows another period; else to the top.
 */
export const scrollPlace: RouterScrollBehavior = async (to, from, saved) => {
  if (saved) return saved
  const isSamePage = to.path === from.path
  if (isSamePage && (to.hash === '' || to.hash === from.hash)) return false
  if (to.hash === '') return { top: 0 }
  const id = to.hash.slice(1)
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    if (document.getElementById(id)) return { el: `#${CSS.escape(id)}`, top: BAR }
    await new Promise((resolve) => setTimeout(resolve, STEP))
  }
  return { top: 0 }
}
