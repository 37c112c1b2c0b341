import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'

/** What is printed of a page, sheet by sheet: its width and height in points and its words. */
export async function printed(
  page: Page,
): Promise<{ width: number; height: number; text: string }[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const paper = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(paper, { mergePages: false })
  return Promise.all(
    text.map(async (words, at) => {
      const { width, height } = (await paper.getPage(at + 1)).getViewport({ scale: 1 })
      return {
        width: Math.round(width),
        height: Math.round(height),
        text: words
          .replace(/\s+/g, '')
          // Chromium names a character by the radical that has the same shape: ⽉ is 月.
          .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC')),
      }
    }),
  )
}
