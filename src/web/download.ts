/** What file systems refuse in names. */
const REFUSED = /[\\/:*?"<>|\s]+/g

/** A file name of words, at most 80 characters before its ending: `上级采用台账-2024年10月.csv`. */
export function fileName(words: string, ending: string): string {
  const name = words.replace(/ · /g, '-').replace(REFUSED, '_').slice(0, 80)
  return `${name}.${ending}`
}

/** Hands the reader a file; the browser asks or saves as it is set to. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
