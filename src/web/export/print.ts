import { sourceLine } from '#shared/headlines/source-line.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { periodLabel } from '#shared/time/words.ts'
import { addSheet } from './added-sheet.ts'
import { keepLight } from '../composables/use-theme.ts'
import { printedBoard } from './printed-board.ts'
import '../theme/print.css'

/** Undone once the paper is out. */
let undo: (() => void)[] = []

/** Prints the page that is shown, once what draws late is drawn. */
export async function printPage(): Promise<void> {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top)
    await new Promise((painted) => requestAnimationFrame(painted))
  }
  scrollTo(0, 0)
  window.print()
}

addEventListener('beforeprint', () => {
  keepLight(true)
  undo.push(() => keepLight(false), ...[...drawings()].map(fitted), footer(), notes(), rowsNote())
})
addEventListener('afterprint', () => {
  for (const step of undo) step()
  undo = []
})

const drawings = () => document.querySelectorAll<SVGSVGElement>('[data-chart] svg, svg.chart-sheet')

/** A drawing of fixed pixels that may be drawn at any width. */
function fitted(svg: SVGSVGElement): () => void {
  if (svg.hasAttribute('viewBox')) return () => undefined
  const [width, height] = [svg.getAttribute('width') ?? '', svg.getAttribute('height') ?? '']
  svg.setAttribute('viewBox', `0 0 ${Number.parseFloat(width)} ${Number.parseFloat(height)}`)
  return () => svg.removeAttribute('viewBox')
}

/** CSS that prints words at the foot of each sheet, left of the page number. */
export const footRule = (words: string): string =>
  `@page { @bottom-left { content: ${JSON.stringify(words)}; font: 9pt sans-serif; color: #5e5852 } }`

/** Whose figures, of which 定稿 and moment: at the foot of each sheet; the period beside the title. */
function footer(): () => void {
  const board = printedBoard.value
  if (!board) return () => undefined
  const { desk, freeze = null, period } = board
  const from = sourceLine({ centre: desk.centre, zone: desk.zone, freeze }, Date.now())
  const shown = JSON.stringify(` · ${periodLabel(period)}`)
  return addSheet(`
    ${footRule(`${from} · ${periodLabel(period)}`)}
    @media print { header.head h1::after { content: ${shown} } }`)
}

/** 口径 of every figure of the page, after its last card. */
function notes(): () => void {
  const board = printedBoard.value
  if (!board) return () => undefined
  const section = document.createElement('section')
  section.className = 'print-notes'
  const title = document.createElement('h2')
  title.textContent = '口径'
  section.append(title)
  for (const metric of new Set(board.answers.map((answer) => answer.metric))) {
    const { label, definition } = metricOf(metric)
    const line = document.createElement('p')
    const name = document.createElement('b')
    name.textContent = `${label}：`
    line.append(name, definition)
    section.append(line)
  }
  document.querySelector('.app-main main')?.append(section)
  return () => section.remove()
}

/** A grid draws the rows in view alone: says beneath it how many those are. */
function rowsNote(): () => void {
  const box = document.querySelector<HTMLElement>('.grid-box')
  const total = document.querySelector('[data-total]')
  if (!box || !total) return () => undefined
  // As high as on the screen, unless a sheet has less room: else the paper shows other rows.
  const height = Math.min(box.clientHeight, 560)
  const { top } = box.getBoundingClientRect()
  Object.assign(box.style, { flex: 'none', height: `${height}px` })
  const shown = [...box.querySelectorAll('[role=row]:not(.head, .foot)')].filter((row) => {
    const place = row.getBoundingClientRect()
    return place.bottom > top && place.top < top + height
  })
  const note = document.createElement('p')
  note.className = 'print-notes'
  note.textContent = `${total.textContent.trim()}，这里只印屏幕上的 ${shown.length} 行，右边的列也可能不全；要全部的，用台账上方的“打印”。`
  box.after(note)
  return () => {
    Object.assign(box.style, { flex: '', height: '' })
    note.remove()
  }
}
