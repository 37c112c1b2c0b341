import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe calls serious or critical on the page, a line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Not as a script of the page: its policy lets none run but its own.
  await page.evaluate(`${axe.source};null`)
  const found = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  )
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** Controls that a screen reader would meet without a name. */
export async function namelessControls(page: Page): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const roles = new Set([
    'button',
    'link',
    'textbox',
    'combobox',
    'checkbox',
    'radio',
    'searchbox',
    'spinbutton',
  ])
  return nodes
    .filter((node) => !node.ignored && roles.has(String(node.role?.value)) && !node.name?.value)
    .map((node) => String(node.role?.value))
}

/** How far the page is wider than its window; what lies beyond can only be reached sideways. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
