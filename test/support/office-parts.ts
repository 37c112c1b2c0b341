import { strFromU8, unzipSync } from 'fflate'

/** An office file taken apart: its parts by name. */
export interface OfficeFile {
  readonly names: readonly string[]
  /** Of a part as text; throws where it is missing. */
  text(name: string): string
  bytes(name: string): Uint8Array
}

export function officeFile(file: Uint8Array): OfficeFile {
  const parts = unzipSync(file)
  const bytes = (name: string): Uint8Array => {
    const found = parts[name]
    if (!found) throw new Error(`no part ${name} in ${Object.keys(parts).join(', ')}`)
    return found
  }
  return { names: Object.keys(parts), text: (name) => strFromU8(bytes(name)), bytes }
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plain = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name] ?? '')

/** What stands between the tags of an element, each time it comes: `a:t`. */
export const wordsIn = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map((found) =>
    plain(found[1] ?? ''),
  )

/** The words of paragraphs, run by run put together. */
export const paragraphsIn = (xml: string): string[] =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/g)]
    .map((found) => wordsIn(found[1] ?? '', 'a:t').join(''))
    .filter((words) => words !== '')

/** The series of a chart part: name, categories and numbers, null where no point is. */
export function chartSeries(
  xml: string,
): { label: string; categories: string[]; values: (number | null)[]; formula: string }[] {
  return [...xml.matchAll(/<c:ser>(.*?)<\/c:ser>/gs)].map(([, ser = '']) => {
    const within = (element: string) =>
      new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(ser)?.[1] ?? ''
    const numbers = within('c:val')
    const values = Array.from<number | null>({
      length: Number(/<c:ptCount val="(\d+)"/.exec(numbers)?.[1]),
    }).fill(null)
    for (const [, at, value] of numbers.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
      values[Number(at)] = Number(value)
    return {
      label: wordsIn(within('c:tx'), 'c:v')[0] ?? '',
      categories: wordsIn(within('c:cat'), 'c:v'),
      values,
      formula: wordsIn(numbers, 'c:f')[0] ?? '',
    }
  })
}

/** What is wrong with the XML of all parts, with their relations and kinds; nothing for a sound file. */
export function faultsOf(file: OfficeFile): string[] {
  const types = file.text('[Content_Types].xml')
  return file.names.flatMap((name) => {
    if (!/\.(xml|rels)$/.test(name)) return []
    const xml = file.text(name)
    const fault = xmlFault(xml)
    const untyped =
      /\.rels$|^\[/.test(name) || types.includes(`PartName="/${name}"`) ? [] : [`${name}: no type`]
    return [...(fault === null ? [] : [`${name}: ${fault}`]), ...untyped, ...lost(file, name, xml)]
  })
}

/** Relations that lead to no part. */
function lost(file: OfficeFile, name: string, xml: string): string[] {
  if (!name.endsWith('.rels')) return []
  const folder = name.replace(/_rels\/[^/]*$/, '')
  return [...xml.matchAll(/Target="([^"]*)"/g)].flatMap(([, target = '']) => {
    const part = new URL(target, `file:///${folder}`).pathname.slice(1)
    return file.names.includes(part) ? [] : [`${name}: ${part} is missing`]
  })
}

/** Why a text is no well-formed XML, or null. */
function xmlFault(xml: string): string | null {
  const open: string[] = []
  const rest = xml.replaceAll(
    /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end: string | undefined, name: string | undefined, words: string, alone: string) => {
      if (name === undefined) return ''
      const attributes = [...words.matchAll(/([\w:.-]+)=/g)].map(([, each]) => each)
      if (new Set(attributes).size < attributes.length) open.push(`twice in ${name}`)
      if (end === '') {
        if (alone === '') open.push(name)
      } else if (open.at(-1) === name) open.pop()
      else open.push(`/${name}`)
      return ''
    },
  )
  if (open.length > 0) return `not closed: ${open.join(' ')}`
  return /[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/.exec(rest)?.[0] ?? null
}
