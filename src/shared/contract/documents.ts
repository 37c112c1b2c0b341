import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { METRIC_IDS } from '../metrics/index.ts'
import type { Period } from '../time/period.ts'
import { defineEndpoint } from './define.ts'
import { periodSchema } from './figures.ts'
import { freezeSchema } from './freezes.ts'

/** Reports a centre hands in: the month's, the year's 绩效自评, its two forms, and the 舆情 brief. */
export const DOCUMENT_KINDS = ['monthly', 'annual', 'nationalForm', 'sichuanForm', 'brief'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What each is called, and the kinds of period it is written for. */
export const DOCUMENTS: Readonly<
  Record<DocumentKind, { readonly label: string; readonly kinds: readonly Period['kind'][] }>
> = {
  monthly: { label: '工作报告（编委会）', kinds: ['month', 'quarter', 'half'] },
  annual: { label: '部门整体绩效自评报告', kinds: ['year'] },
  nationalForm: { label: '项目支出绩效自评表（全国）', kinds: ['year'] },
  sichuanForm: { label: '部门预算项目支出绩效自评表（四川）', kinds: ['year'] },
  brief: { label: '舆情简报', kinds: ['month', 'quarter', 'half', 'year', 'range'] },
}

const recordSchema = z.object({ ledger: z.enum(LEDGER_IDS), id: z.string() })

/** A stretch of a paragraph. A figure knows what it counts, so that it can be found and filled again. */
const runSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), isStrong: z.optional(z.boolean()) }),
  z.object({
    kind: z.literal('figure'),
    text: z.string(),
    isStrong: z.optional(z.boolean()),
    /** What it is, in words: 发布量 2024年10月. */
    label: z.string(),
    /** What it is, to be found by: `published@2024-10`; 64 characters at most. */
    tag: z.string(),
    /** Said behind it: 填报, or how far it goes; '' where it is counted and whole. */
    mark: z.string(),
    metric: z.nullable(z.enum(METRIC_IDS)),
    part: z.nullable(z.object({ field: z.string(), value: z.string() })),
    period: periodSchema,
    /** The record it is a cell of, where it is no metric. */
    record: z.nullable(recordSchema),
  }),
  /** A reference to the note of that number. */
  z.object({ kind: z.literal('note'), number: z.int() }),
])

export type Run = z.infer<typeof runSchema>
export type FigureRun = Extract<Run, { kind: 'figure' }>

const cellSchema = z.object({
  runs: z.array(runSchema),
  /** Numbers stand to the right. */
  align: z.enum(['left', 'center', 'right']),
  /** Columns and rows it stretches over. */
  columns: z.int(),
  rows: z.int(),
  isHead: z.boolean(),
  /** A text people write, in place of `runs`. */
  slot: z.nullable(z.string()),
})

export type DocumentCell = z.infer<typeof cellSchema>

const tableSchema = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  /** Shares of the width. */
  widths: z.array(z.number()),
  /** So many rows are repeated on each page. */
  heads: z.int(),
  rows: z.array(z.array(cellSchema)),
})

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int(), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(runSchema), isQuiet: z.boolean() }),
  tableSchema,
  /** A text of people, behind a word that leads to it. */
  z.object({ kind: z.literal('slot'), id: z.string(), lead: z.string() }),
  z.object({ kind: z.literal('break') }),
])

export type Block = z.infer<typeof blockSchema>
export type DocumentTable = z.infer<typeof tableSchema>

/** A place for a text of people. */
const slotSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** The project it is about; '' for the report as a whole. */
  about: z.string(),
  /** Most characters a printed form takes; null where nothing says so. */
  limit: z.nullable(z.int()),
  text: z.string(),
  /** Who wrote it and which state of it this is, a UTC instant; null where nobody wrote. */
  at: z.nullable(z.string()),
  by: z.nullable(z.string()),
  /** The period it was taken over from and not touched since; null where it is this period's own. */
  carried: z.nullable(periodSchema),
  /** What stood there the period before, while nothing stands here. */
  offered: z.nullable(z.object({ period: periodSchema, text: z.string() })),
  /** A cell of a ledger it is kept in; null where the document keeps it. */
  record: z.nullable(z.extend(recordSchema, { field: z.string() })),
  /** Not written here: it is a ledger's, and the figures are those of a 定稿. */
  isLocked: z.boolean(),
})

export type DocumentSlot = z.infer<typeof slotSchema>

const documentSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  subtitle: z.string(),
  centre: z.string(),
  period: periodSchema,
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`: the state of the figures. */
  asOf: z.string(),
  freeze: z.nullable(freezeSchema),
  /** The latest any text of it was written, on the centre's own clock; null where nobody wrote. */
  textsAsOf: z.nullable(z.string()),
  isLandscape: z.boolean(),
  hasContents: z.boolean(),
  blocks: z.array(blockSchema),
  slots: z.array(slotSchema),
  /** 口径 of the figures, numbered from 1 as they come. */
  notes: z.array(z.string()),
  /** What somebody should look at before handing it out: texts alike or too long. */
  warnings: z.array(z.object({ slot: z.string(), text: z.string() })),
})

export type ReportDocument = z.infer<typeof documentSchema>

const params = z.object({ kind: z.enum(DOCUMENT_KINDS) })
const asked = z.object({ p: z.string(), freeze: z.optional(z.string()) })

export const readDocument = defineEndpoint({
  method: 'GET',
  path: '/documents/:kind',
  summary:
    'A report of a period, of a 定稿 or of now: figures filled in, texts as people wrote them',
  right: { see: 'every' },
  params,
  query: asked,
  output: documentSchema,
})

export const saveText = defineEndpoint({
  method: 'PUT',
  path: '/documents/:kind/texts/:slot',
  summary: 'Keep one text of a report',
  right: 'present',
  journal: 'write',
  params: z.object({ kind: z.enum(DOCUMENT_KINDS), slot: z.string() }),
  body: z.object({
    p: z.string(),
    text: z.string().check(z.maxLength(20_000)),
    /** The `at` the text was written on: refused where somebody saved it since. */
    seen: z.nullable(z.string()),
    /** The key of the period it was taken over from, word for word. */
    carried: z.optional(z.string()),
    by: z.optional(z.string()),
  }),
  output: z.object({ at: z.string() }),
})
