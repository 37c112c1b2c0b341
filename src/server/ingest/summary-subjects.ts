import { statedKey, statedLabel, type StatedOf } from '#shared/headlines/stated-words.ts'
import type { Field } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { mainMeasure } from '#shared/records/main-measure.ts'
import { nameBook } from '#shared/records/names.ts'
import { PLATFORM } from '#shared/ledgers/platform-words.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { partMetric } from '#shared/metrics/stated.ts'
import { notATotal, subjectOf, valuesOf, type KnownNames } from '#shared/paragraphs/subjects.ts'
import { headingOf } from './heading.ts'
import type { KnownLists } from './name-notes.ts'
import { normaliseCell } from './normalise.ts'
import { ANYWHERE } from './reading.ts'

/** What a line of a sheet of totals is of, or why nobody can tell. */
export type LineSubject = StatedOf | { readonly doubt: string }

export const isTold = (subject: LineSubject): subject is StatedOf => 'metric' in subject

/** What the words over a sheet say of all its lines. */
export interface Topic {
  /** What the lines are parts of. */
  readonly whole: MetricId | null
  /** A name that narrows the whole sheet to one platform, outlet or department; else ''. */
  readonly limit: string
  /** The words it was taken from. */
  readonly words: string
  /** Why its numbers are no totals of what was done: plans, means; else ''. */
  readonly doubt: string
}

/** The centre's names, as written and as kept. */
export interface Names {
  readonly known: KnownNames
  readonly lists: KnownLists
}

/** What may end a title and says nothing of its own. */
const TITLE_TAIL = /(?:数据|数量|情况|统计|汇总|汇报|一览|月报|季报|年报|报送|台账|明细|表|总)+$/
const TIMES =
  /20\d\d年?度?|[上下]半年|第?[一二三四1-4]季度|\d{1,2}(?:[-—–~～至到]\d{1,2})?月份?|全年/g
/** What may end a label and says nothing of its own. */
const COUNTED = /(?:总数|总量|数量|条数|篇数|次数|件数|数|量)$/

/** What a sheet is of by its titles, the nearest to the table first. */
export function topicOf(titles: readonly string[], { known, lists }: Names): Topic {
  const words = titles.map((title) =>
    headingOf(title).bare.replace(TIMES, '').replace(TITLE_TAIL, ''),
  )
  const limit = words.map((word) => limitIn(word, lists)).find((each) => each !== '') ?? ''
  const doubt = titles.map(notATotal).find((each) => each !== null) ?? ''
  for (const word of words) {
    const whole = wholeNamed(limit === '' ? word : word.replace(limit, ''), known)
    if (whole) return { whole, limit, words: word, doubt }
  }
  return { whole: null, limit, words: '', doubt }
}

function wholeNamed(words: string, known: KnownNames): MetricId | null {
  if (words === '') return null
  const subject = subjectOf(words, '', null, known)
  if ('metric' in subject && !subject.part) return subject.metric
  const named = LEDGER_IDS.flatMap((id) => {
    const { kind, label, names } = ledgerOf(id)
    if (kind !== 'book') return []
    return [label, ...names].filter((name) => words.includes(name)).map((name) => ({ id, name }))
  }).toSorted((a, b) => b.name.length - a.name.length)
  return named.map(({ id }) => mainMetric(id)).find((id) => id !== null) ?? null
}

/** The metric that counts every record of a ledger. */
function mainMetric(ledger: LedgerId): MetricId | null {
  const measure = mainMeasure(ledgerOf(ledger))?.id
  const found = METRIC_IDS.find((id) => {
    const { formula } = metricOf(id)
    return (
      formula.kind === 'sum' &&
      formula.ledger === ledger &&
      formula.measure === measure &&
      !formula.where
    )
  })
  return found ?? null
}

/** A platform, an outlet or a department that a title names. */
function limitIn(title: string, lists: KnownLists): string {
  const names = ['platforms', 'outlets', 'departments'].flatMap((list) =>
    (lists[list] ?? []).map(({ name }) => String(name ?? '')),
  )
  const [own] = names
    .filter((name) => name.length > 1 && title.includes(name))
    .toSorted((a, b) => b.length - a.length)
  return own ?? PLATFORM.exec(title)?.[0] ?? ''
}

/**
 * What a line is of: by its own name, by a value of the field its heading names, by a value of what the
 * sheet is of, else by the rules that read a paragraph. Where it may be several things, none is taken.
 */
export function lineSubject(
  texts: readonly string[],
  corner: string,
  topic: Topic,
  names: Names,
): LineSubject {
  const [label = '', ...groups] = texts.map((text) => headingOf(text).bare).toReversed()
  if (topic.doubt !== '') return { doubt: `表名${topic.doubt}` }
  if (label === '') return { doubt: '这一行没有写是哪一项' }
  const group = groups.toReversed().join('')
  const over = group === '' ? null : wholeNamed(group, names.known)
  if (topic.limit !== '' || (group !== '' && over === null)) {
    const whole = `${topic.limit}${group}${label}`
    return spoken(whole, topic.whole, names) ?? { doubt: `“${whole}”是哪一项指标，认不出` }
  }
  const whole = over ?? topic.whole
  const found = named(label, corner, whole, names)
  const [only, other] = found
  if (only && metricOf(only.metric).span === 'year' && !/累计|截[至止]/.test(texts.join('')))
    return { doubt: `“${label}”是当月的数还是年初以来的累计，没有写` }
  if (only && other)
    return { doubt: `“${label}”可能是${statedLabel(only)}，也可能是${statedLabel(other)}` }
  if (only) return only
  return spoken(label, whole, names) ?? { doubt: '认不出是哪一项指标' }
}

/** Everything a label by itself is the name of, each once. */
function named(
  label: string,
  corner: string,
  whole: MetricId | null,
  { known, lists }: Names,
): StatedOf[] {
  const metrics = METRIC_IDS.filter((id) => {
    const { label: own, statedAs = [] } = metricOf(id)
    return [own, ...statedAs].some((name) => headingOf(name).bare === label)
  })
  const ledger = metrics.length > 0 ? null : ledgerCalled(label)
  const all: StatedOf[] = [...metrics, ...(ledger ? [ledger] : [])]
    .filter((metric) => !isBareElsewhere(label, metric, whole))
    .map((metric) => ({ metric, part: null }))
  if (whole) all.push(...partsCalled(label, corner, whole, { known, lists }))
  return [...new Map(all.map((each) => [statedKey(each), each])).values()]
}

function ledgerCalled(label: string): MetricId | null {
  const word = label.replace(COUNTED, '')
  const id = LEDGER_IDS.find((each) => {
    const { kind, names } = ledgerOf(each)
    return kind === 'book' && (names.includes(label) || names.includes(word))
  })
  return id === undefined ? null : mainMetric(id)
}

/**
 * Whether a label is just a word for a part of something else than the sheet is of: 图文 in a sheet of
 * 上级采用 is no 图文 that the centre published, nor is 短视频.
 */
function isBareElsewhere(label: string, metric: MetricId, whole: MetricId | null): boolean {
  const own = metricOf(metric).formula
  if (own.kind !== 'sum' || !own.where || whole === null) return false
  const of = metricOf(whole).formula
  if ('ledger' in of && of.ledger === own.ledger) return false
  const option = ledgerOf(own.ledger).fields[own.where.field]?.options?.[own.where.value]
  const words = option ? [option.label, ...(option.words ?? [])] : []
  const rest = words
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, word) => left.replace(word, ''), label)
  return rest.length < 2
}

/** Parts of a metric that a label names: by the field of the heading, else by any it is told apart by. */
function partsCalled(
  label: string,
  corner: string,
  whole: MetricId,
  { known, lists }: Names,
): StatedOf[] {
  const { formula, by = [] } = metricOf(whole)
  if (!('ledger' in formula)) return []
  const { fields } = ledgerOf(formula.ledger)
  const isHeaded = (id: string): boolean => {
    const { label: own = '', headings = [] } = fields[id] ?? {}
    return [own, ...headings].some((name) => headingOf(name).bare === headingOf(corner).bare)
  }
  const headed = by.filter(isHeaded)
  return (headed.length > 0 ? headed : by).flatMap((field) => {
    const definition = fields[field]
    if (!definition) return []
    const value = valueCalled(label, field, definition, { known, lists, whole })
    const kept = value ?? (headed.length > 0 && definition.list ? label : null)
    return kept === null ? [] : [partOf(whole, field, kept)]
  })
}

function valueCalled(
  label: string,
  field: string,
  definition: Field,
  { known, lists, whole }: Names & { readonly whole: MetricId },
): string | null {
  if (definition.list !== undefined) {
    const { name, how } = nameBook(lists[definition.list] ?? []).resolve(label, null)
    if (how === 'name' || how === 'alias') return name
    return definition.list === 'platforms' && ONLY_PLATFORM.test(label) ? label : null
  }
  const own = valuesOf(whole, known).find((each) => each.field === field && each.word === label)
  if (own) return own.value
  const read = definition.kind === 'choice' ? normaliseCell(definition, label, ANYWHERE) : null
  return read?.ok && typeof read.value === 'string' ? read.value : null
}

const ONLY_PLATFORM = new RegExp(`^(?:${PLATFORM.source})+$`)

function partOf(whole: MetricId, field: string, value: string): StatedOf {
  const own = partMetric(whole, field, value)
  return own ? { metric: own, part: null } : { metric: whole, part: { field, value } }
}

/** What running words are of, by the paragraph's rules; a doubt of theirs says why not. */
function spoken(words: string, whole: MetricId | null, { known }: Names): LineSubject | null {
  const subject = subjectOf(words, '', whole, known)
  if ('doubt' in subject) return subject
  const { metric, part } = subject
  return isBareElsewhere(words, metric, whole) ? null : { metric, part }
}
