import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** Rules of axe whose answer another theme may change: all others read the page's parts, not its looks. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }
/** It costs a sixth of all and is never called serious. */
const ALL: RunOptions = { rules: { region: { enabled: false } } }

/** What axe calls serious or critical on the page, a line each. */
export const seriousFaults = (page: Page): Promise<string[]> => faults(page, ALL)

/** The same of what is hard to read, for a page whose faults in another theme are known. */
export const faultyColours = (page: Page): Promise<string[]> => faults(page, COLOURS)

async function faults(page: Page, options: RunOptions): Promise<string[]> {
  // Not as a script of the page: its policy lets none run but its own.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${AXE};null`)
  const found = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
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
