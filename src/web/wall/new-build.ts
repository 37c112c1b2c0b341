/** Where the page's own script stands in a built page; nowhere in one that is being developed. */
const ENTRY = /<script[^>]+src="([^"]*\/assets\/[^"]+)"/

/** Whether the desk serves another build than the one that runs here. False while nobody answers. */
export async function isNewerBuild(): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src*="/assets/"]')?.getAttribute('src')
  if (!own) return false
  try {
    const response = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' })
    const served = response.ok ? ENTRY.exec(await response.text())?.[1] : undefined
    return served !== undefined && served !== own
  } catch {
    return false
  }
}
