import * as z from 'zod/mini'
import { BOARD_IDS } from '../boards/index.ts'
import { marksSchema } from './boards.ts'
import {
  barsSchema,
  bulletsSchema,
  calendarSchema,
  dayLineSchema,
  funnelSchema,
  histogramSchema,
  weekHoursSchema,
} from './chart-kinds.ts'
import { defineEndpoint } from './define.ts'
import { answerSchema, periodSchema } from './figures.ts'
import { freezeSchema } from './freezes.ts'
import { TEMPLATE_IDS } from '../slides/template-ids.ts'

/** What a slide draws: the figures themselves, so that the screen and the file draw the same. */
const exhibitSchema = z.discriminatedUnion('kind', [
  /** Months by parts with last year's, or a rate's months; as on the pages. */
  z.object({ kind: z.enum(['stack', 'lines']), answer: answerSchema }),
  z.extend(barsSchema, { kind: z.literal('bars') }),
  z.extend(funnelSchema, { kind: z.literal('funnel') }),
  z.extend(bulletsSchema, { kind: z.literal('bullets') }),
  z.extend(histogramSchema, { kind: z.literal('histogram') }),
  z.extend(dayLineSchema, { kind: z.literal('dayLine') }),
  z.extend(calendarSchema, { kind: z.literal('calendar') }),
  z.extend(weekHoursSchema, { kind: z.literal('weekHours') }),
  /** `numbers` says which columns are set to the right. */
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.string()),
    numbers: z.array(z.boolean()),
    rows: z.array(z.array(z.string())),
  }),
])

export type SlideExhibit = z.infer<typeof exhibitSchema>

/** One number beside a chart. */
const calloutSchema = z.object({
  text: z.string(),
  unit: z.string(),
  label: z.string(),
  change: z.nullable(z.object({ text: z.string(), tone: z.enum(['good', 'bad', 'flat']) })),
})

export type Callout = z.infer<typeof calloutSchema>

const slideSchema = z.object({
  id: z.string(),
  kind: z.enum(['cover', 'points', 'exhibit', 'definitions']),
  /** What the slide is about, for lists of slides. */
  name: z.string(),
  /** The finding; written by rule unless somebody wrote another. */
  title: z.string(),
  subtitle: z.string(),
  points: z.array(z.string()),
  exhibit: z.nullable(exhibitSchema),
  callouts: z.array(calloutSchema),
  /** What may be said to it, a sentence a figure. */
  speaker: z.string(),
  /** What somebody wrote down for themselves. */
  note: z.string(),
  /** 口径 of what is drawn. */
  footnote: z.string(),
  /** The page its records are behind; null for slides of words. */
  page: z.nullable(z.object({ board: z.enum(BOARD_IDS), view: z.enum(['own', 'cum']) })),
  isHidden: z.boolean(),
  /** Added by somebody; the template knows nothing of it. */
  isOwn: z.boolean(),
  /** Its title or its spoken line is somebody's own. */
  isReworded: z.boolean(),
  /** What the rules write of the figures, whatever somebody made of it. */
  rule: z.object({ title: z.string(), speaker: z.string() }),
  /** Numbers of own words that the figures had when they were written and no longer have. */
  gone: z.array(z.string()),
  /** Numbers the figures do not have, in own words saved without a note of which they had then. */
  unsure: z.array(z.string()),
})

export type Slide = z.infer<typeof slideSchema>

/** What people made of a template for a period: order, what is left out, words, own slides. */
export const deckEditsSchema = z.object({
  /** Slide ids; what is not named follows in the template's order. */
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  words: z.record(
    z.string(),
    z.object({
      title: z.optional(z.string()),
      speaker: z.optional(z.string()),
      note: z.optional(z.string()),
      /** Numbers of own title and spoken line that the figures had when they were written. */
      numbers: z.optional(z.array(z.string())),
    }),
  ),
  own: z.array(z.object({ id: z.string(), exhibit: z.string(), view: z.enum(['own', 'cum']) })),
})

export type DeckEdits = z.infer<typeof deckEditsSchema>

export const NO_EDITS: DeckEdits = { order: [], hidden: [], words: {}, own: [] }

const deckSchema = z.object({
  template: z.enum(TEMPLATE_IDS),
  title: z.string(),
  centre: z.string(),
  /** The centre's three colours, or none. */
  stripe: z.array(z.string()),
  period: periodSchema,
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`. */
  asOf: z.string(),
  freeze: z.nullable(freezeSchema),
  /** Notes and 重保期, for every chart with a time axis. */
  marks: marksSchema,
  /** All of them, hidden ones too, in order. */
  slides: z.array(slideSchema),
  /** Their ids in the order they have before anybody moves one. */
  templateOrder: z.array(z.string()),
  edits: deckEditsSchema,
  /** Which state of the edits this is; null where nobody edited. */
  editedAt: z.nullable(z.string()),
  editedBy: z.nullable(z.string()),
  /** What a slide may be made of, page by page. */
  exhibits: z.array(z.object({ id: z.string(), label: z.string(), board: z.enum(BOARD_IDS) })),
})

export type Deck = z.infer<typeof deckSchema>

const deckParams = z.object({ template: z.enum(TEMPLATE_IDS) })

export const readDeck = defineEndpoint({
  method: 'GET',
  path: '/decks/:template',
  summary: 'The slides of a meeting for a period, of a 定稿 or of now',
  right: { see: 'every' },
  params: deckParams,
  query: z.object({ p: z.string(), freeze: z.optional(z.string()) }),
  output: deckSchema,
})

export const readExhibitSlide = defineEndpoint({
  method: 'GET',
  path: '/decks/:template/slide',
  summary: 'One slide of an exhibit, as it would stand among the slides of a meeting',
  right: { see: 'every' },
  params: deckParams,
  query: z.object({
    p: z.string(),
    freeze: z.optional(z.string()),
    exhibit: z.string(),
    view: z.enum(['own', 'cum']),
  }),
  output: slideSchema,
})

export const saveDeck = defineEndpoint({
  method: 'PUT',
  path: '/decks/:template',
  summary: 'Keep order, hidden slides, words and own slides of a meeting; all of them at once',
  right: 'present',
  journal: 'write',
  params: deckParams,
  body: z.object({
    p: z.string(),
    edits: deckEditsSchema,
    /** The `editedAt` the edits were made on: refused where somebody saved since. */
    seen: z.nullable(z.string()),
    by: z.optional(z.string()),
  }),
  output: z.object({ editedAt: z.string() }),
})
