import type { FigureRun, Run } from '#shared/contract/documents.ts'
import { escaped } from '../xml.ts'

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A run of text; lines within it are broken as they were typed. */
export function runXml(text: string, properties = ''): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  const lines = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')
  return `<w:r>${look}${lines}</w:r>`
}

export const paragraphXml = (style: string, inner: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`

/** Numbers content controls from 1: Word wants each to have its own. */
export type NextId = () => number

/** A content control: what it is in words, and the tag it is found and filled again by. */
export function controlXml(
  { label, tag }: { readonly label: string; readonly tag: string },
  id: number,
  inner: string,
  isEmpty = false,
): string {
  const placeholder = isEmpty ? '<w:showingPlcHdr/>' : ''
  return `<w:sdt><w:sdtPr><w:alias w:val="${escaped(label.slice(0, 64))}"/><w:tag w:val="${escaped(tag)}"/><w:id w:val="${id}"/>${placeholder}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
}

const RAISED = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
/** Between two notes: 3 and 4 are not 34. */
const COMMA = `<w:r>${RAISED}<w:t>,</w:t></w:r>`

export function runsXml(runs: readonly Run[], next: NextId): string {
  return runs
    .map((run, n) => {
      switch (run.kind) {
        case 'text':
          return runXml(run.text, run.isStrong ? '<w:b/>' : '')
        case 'note':
          return `${runs[n - 1]?.kind === 'note' ? COMMA : ''}<w:r>${RAISED}<w:footnoteReference w:id="${run.number}"/></w:r>`
        case 'figure':
          return figureXml(run, next)
      }
    })
    .join('')
}

function figureXml(figure: FigureRun, next: NextId): string {
  const bold = figure.isStrong ? '<w:b/>' : ''
  const inner = runXml(figure.text, `<w:rStyle w:val="Figure"/>${bold}`)
  const mark = figure.mark === '' ? '' : runXml(`（${figure.mark}）`, '<w:rStyle w:val="Mark"/>')
  return `${controlXml(figure, next(), inner)}${mark}`
}
