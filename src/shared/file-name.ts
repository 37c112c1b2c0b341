/** What file systems refuse in names. */
const REFUSED = /[\\/:*?"<>|\s]+/g

/** A file name of words, at most 80 characters before its ending: `上级采用台账-2024年10月.csv`. */
export function fileName(words: string, ending: string): string {
  const name = words.replace(/ · /g, '-').replace(REFUSED, '_')
  // By characters: half of one could not be written into a header.
  return `${[...name].slice(0, 80).join('')}.${ending}`
}
