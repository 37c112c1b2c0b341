import type { FileChooser, Page } from 'playwright-core'

/** How long a new user may take from a blank desk to the year's figures, in milliseconds. */
export const TWO_MINUTES = 120_000

/** Tells every real click and key's click on the pages opened from now on. */
export async function countClicks(page: Page, clicked: () => void): Promise<void> {
  await page.exposeFunction('countClick', clicked)
  // A choice in a list is two clicks of a person: one to open it, one to choose.
  await page.addInitScript(
    'addEventListener("pointerdown", () => countClick(), true);' +
      'addEventListener("change", ({ target }) => target.matches("select") && (countClick(), countClick()), true)',
  )
}

/** Goes to the import by a link and hands files over, as a person does. */
export async function chooseFiles(
  page: Page,
  files: Parameters<FileChooser['setFiles']>[0],
  by: string | RegExp = /^导入台账/,
): Promise<void> {
  await page.getByRole('link', { name: by, exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('把台账文件拖到这里，或点开选择').click()
  await (await chooser).setFiles(files)
}
