import type { Callout, Deck, DeckEdits, Slide } from '#shared/contract/decks.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import { changeText, figureText, markText } from '#shared/headlines/figure-text.ts'
import { overviewLede } from '#shared/headlines/lede.ts'
import { speakerLine } from '#shared/headlines/speaker-line.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { editedSlides } from '#shared/slides/edits.ts'
import { periodLabel, shortLabel } from '#shared/time/words.ts'
import { exhibitChoices, exhibitOf } from '../exhibits/index.ts'
import type { Shown } from '../exhibits/define.ts'
import { answerOf, type ReportFigures } from '../pages.ts'
import { definitionSlides } from './definitions.ts'
import { TEMPLATES, type CalloutSpec, type SlideSpec } from './templates.ts'

export interface SavedEdits {
  readonly edits: DeckEdits
  readonly editedAt: string | null
  readonly editedBy: string | null
}

const BLANK: Slide = {
  id: '',
  kind: 'points',
  name: '',
  title: '',
  subtitle: '',
  points: [],
  exhibit: null,
  callouts: [],
  speaker: '',
  note: '',
  footnote: '',
  page: null,
  isHidden: false,
  isOwn: false,
  isReworded: false,
  rule: { title: '', speaker: '' },
  gone: [],
  unsure: [],
}

/** The slides of a meeting from the pages' own answers; hidden ones are marked, not left out. */
export function deckOf(template: TemplateId, figures: ReportFigures, saved: SavedEdits): Deck {
  const { edits } = saved
  const { title, slides } = TEMPLATES[template]
  const own = edits.own.map(({ id, exhibit, view }) => ({ id, exhibit, view, callouts: [] }))
  const made = [
    cover(title(figures.period), figures),
    points(figures),
    ...slides.map((spec) => exhibitSlide(spec, figures, false)),
    ...own.map((spec) => exhibitSlide(spec, figures, true)),
  ]
  const metrics = [...new Set(made.flatMap((each) => each.metrics))]
  const appendix = definitionSlides(metrics).map((slide) => ({ ...BLANK, ...slide }))
  const ruled = [...made.map(({ slide }) => slide), ...appendix].map(byRule)
  const { centre, stripe, period, asOf, freeze } = figures
  return {
    template,
    title: title(period),
    centre,
    stripe: [...stripe],
    period,
    asOf,
    freeze,
    marks: figures.pages.own.overview.marks,
    slides: editedSlides(ruled, edits),
    templateOrder: ruled.map(({ id }) => id),
    ...saved,
    exhibits: exhibitChoices(figures.pages.own),
  }
}

/** A slide of one's own as it would stand among the others; null where no exhibit is called so. */
export function exhibitSlideOf(
  own: DeckEdits['own'][number],
  figures: ReportFigures,
): Slide | null {
  if (exhibitOf(own.exhibit) === null) return null
  return byRule(exhibitSlide({ ...own, callouts: [] }, figures, true).slide)
}

const byRule = (slide: Slide): Slide => {
  const { title, speaker } = slide
  return { ...slide, rule: { title, speaker } }
}

interface Made {
  readonly slide: Slide
  readonly metrics: readonly MetricId[]
}

function cover(title: string, { centre, period, freeze }: ReportFigures): Made {
  const draft = freeze ? ` 第${freeze.number}稿` : ''
  const slide = {
    ...BLANK,
    id: 'cover',
    kind: 'cover' as const,
    name: '封面',
    title,
    subtitle: centre,
    points: [`数据期间 ${periodLabel(period)}${draft}`],
  }
  return { slide, metrics: [] }
}

/** What the period comes to, a sentence a line; the same sentences as on 总览. */
function points({ pages, period }: ReportFigures): Made {
  const words = overviewLede(pages.own.overview, 'yoy')
  const text = words.map((segment) => segment.text).join('')
  const slide: Slide = {
    ...BLANK,
    id: 'points',
    name: '要点',
    title: `${periodLabel(period)}要点`,
    points: text
      .split(/[。；]/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
    speaker: text,
    page: { board: 'overview', view: 'own' },
  }
  return { slide, metrics: [] }
}

function exhibitSlide(spec: SlideSpec, figures: ReportFigures, isOwn: boolean): Made {
  const found = exhibitOf(spec.exhibit)
  const page = found ? { board: found.page, view: spec.view } : null
  const name = found?.label ?? spec.exhibit
  const shown = found?.show(figures.pages[spec.view]) ?? null
  const base = { ...BLANK, id: spec.id, kind: 'exhibit' as const, name, page, isOwn }
  if (!shown) return { slide: { ...base, title: `${name}：期内没有登记` }, metrics: [] }
  const callouts = spec.callouts.flatMap((each) => calloutOf(each, figures))
  const slide: Slide = {
    ...base,
    title: shown.title,
    subtitle: shown.subtitle,
    exhibit: shown.exhibit,
    callouts,
    speaker: spoken(spec, shown, figures),
    footnote: footnote(shown.metrics),
  }
  return { slide, metrics: [...shown.metrics, ...spec.callouts.map(({ metric }) => metric)] }
}

function calloutOf({ page, metric, view }: CalloutSpec, { pages }: ReportFigures): Callout[] {
  const answer = answerOf(pages[view][page], metric)
  if (!answer) return []
  const { figure, period, yoy } = answer
  const own = metricOf(metric)
  const { text, unit } = figureText(figure, own.unit)
  const change = yoy && yoy.change.kind !== 'none' ? changeText(yoy, 'yoy', own) : null
  const mark = markText(figure)
  return [
    {
      text,
      unit,
      label: `${shortLabel(period)}${own.label}${mark && `（${mark}）`}`,
      change: change && { text: change.text, tone: change.tone },
    },
  ]
}

/** A sentence for the chart's own figure and for each beside it, none twice. */
function spoken(spec: SlideSpec, { answer }: Shown, { pages }: ReportFigures): string {
  const beside = spec.callouts.flatMap(
    ({ page, metric, view }) => answerOf(pages[view][page], metric) ?? [],
  )
  const lines = [...(answer ? [answer] : []), ...beside].map(speakerLine)
  return [...new Set(lines)].join('')
}

const MOST_DEFINED = 2

const footnote = (metrics: readonly MetricId[]): string =>
  metrics.length === 0 || metrics.length > MOST_DEFINED
    ? ''
    : `口径：${metrics.map((metric) => metricOf(metric).definition).join(' ')}`
