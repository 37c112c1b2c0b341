import { MEETING_KINDS } from '../ledgers/activity-words.ts'
import { LEVELS } from '../ledgers/dictionaries.ts'
import { keptCut } from '../ledgers/contributions.ts'
import { ledgerOf } from '../ledgers/index.ts'
import { PLATFORM } from '../ledgers/platform-words.ts'
import type { Where } from '../metrics/define.ts'
import { METRIC_IDS, metricOf, type MetricId } from '../metrics/index.ts'
import { partMetric } from '../metrics/stated.ts'

/** The centre's own names: by reference list, each name or 又名 to what it is kept as. */
export interface KnownNames {
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Local words for levels beside the usual ones, to their codes. */
  readonly levels?: ReadonlyMap<string, string>
}

/** What a number is of. */
export interface Subject {
  readonly metric: MetricId
  readonly part: Where | null
  /** The words that say so. */
  readonly words: string
}

export type SubjectFound = Subject | { readonly doubt: string }

/** Every name under which a metric is spoken of; the longest first, so that the fullest one is taken. */
const NAMES = METRIC_IDS.flatMap((metric) => {
  const { label, statedAs = [] } = metricOf(metric)
  return [...new Set([label, ...statedAs])].map((name) => ({ name, metric }))
}).sort((a, b) => b.name.length - a.name.length)

const LEVEL_WORDS: readonly (readonly [string, string])[] = Object.entries(LEVELS).flatMap(
  ([code, { label, words }]) =>
    [label, ...words].filter((word) => word.length > 1).map((word) => [word, code] as const),
)

/** Words that may stand between a name and its number without saying anything of their own. */
const FILLER =
  /^(?:信息|稿件|作品|数量|总数|总量|共计|合计|累计|总计|全县|全市|我县|各类|各级|共有|[共计达到为了有已约的数量等其中完成实现是，,、:：\s（）()“”《》])*$/
/** Words beside a part's name that say no more than its whole: 人民日报等媒体采用. */
const OF_THE_WHOLE = /媒体|平台|账号|号|级别|采用|刊发|转载|发布|推送|被|由|在|上|对/g
/** Words right before a name that make it less than the whole: 县庆短视频100余条. */
const OF_SOME =
  /(?:县庆|州庆|国庆|春节|两会|专题|主题|专项|系列|原创|转载|重点)[^，,；;。：:、!！?？\s\d]{0,3}$/
/** What is done with meetings, saying nothing of which. */
const HELD = /召开|开展|组织|举行|参加|学习|会议/g
/** Words that turn a sentence away from what was done. */
const NOT_DONE = /未(?!办结|整改)|没有|计划|目标|力争|预计|拟|要求|确保/
/** Words of a mean or of one item, never of a total. */
const MEAN =
  /[日月周季年人篇条户期场]均|平均|每[天日周月季年人篇条户期场]|最[高多大低少]|单[条篇期场日月]/
const A_MEAN = '说的是平均数或单项的数，不是合计'

/** Why words speak of no total of what was done; null where they may. */
export function notATotal(words: string): string | null {
  if (NOT_DONE.test(words)) return '说的是计划、要求或没有做的'
  return MEAN.test(words) ? A_MEAN : null
}
/** The last clause of some words; what stands in it narrows the name behind. */
const LAST_CLAUSE = /[^，,；;。：:！!？?\n]*$/

/**
 * What a number is of by the words before it, else those right behind. `before` is the whole a
 * part may belong to. Where it is not certain, the doubt is said instead.
 */
export function subjectOf(
  lead: string,
  tail: string,
  before: MetricId | null,
  known: KnownNames,
): SubjectFound {
  const other = notATotal(lead)
  if (other !== null) return { doubt: other }
  if (/分别/.test(lead)) return { doubt: '几个数共用一句话，分不清各是哪一个' }
  if (/^\s*[/／每]/.test(tail)) return { doubt: A_MEAN }
  const named = lastNamed(lead)
  if (named === null) {
    const part = partNamed(lead, before ?? wholeSpokenOf(lead), known)
    return (
      part ??
      meetingNamed(lead) ??
      namedBehind(tail) ?? { doubt: severalIn(lead, known) ?? '认不出是哪一项指标' }
    )
  }
  const gap = lead.slice(named.end)
  if (FILLER.test(gap)) return narrowed(named, lead.slice(0, named.end - named.name.length), known)
  const part = partNamed(gap, named.metric, known)
  if (part) return { ...part, words: `${named.name}${gap}` }
  return { doubt: `“${named.name}”与数字之间还有“${gap.trim()}”，没有猜` }
}

/** 召开编委会20余次: a kind of meeting by its own name; 专题党课 is one kind of several. */
function meetingNamed(lead: string): Subject | null {
  const clause = lead.split(/[、，,；;]/).at(-1) ?? ''
  for (const [value, { label }] of Object.entries(MEETING_KINDS)) {
    const isNamed = label.length > 2 && clause.includes(label)
    if (isNamed && FILLER.test(clause.replace(label, '').replace(HELD, '')))
      return { metric: 'meetings', part: { field: 'kind', value }, words: label }
  }
  return null
}

/** 人民日报、新华社采用24条: said of some names together. */
function severalIn(lead: string, known: KnownNames): string | null {
  const clause = LAST_CLAUSE.exec(lead)?.[0] ?? ''
  const words = [...known.lists.values()]
    .flatMap((names) => [...names.keys()])
    .filter((word) => word.length > 1 && clause.includes(word))
    .sort((a, b) => clause.indexOf(a) - clause.indexOf(b))
  const [first, second] = words.filter(
    (word) => !words.some((other) => other !== word && other.includes(word)),
  )
  return first !== undefined && second !== undefined
    ? `前面有“${first}”“${second}”几个名字，没有猜`
    : null
}

interface Named {
  readonly metric: MetricId
  readonly name: string
  readonly end: number
}

/** The name that stands nearest before the number. */
function lastNamed(lead: string): Named | null {
  let best: Named | null = null
  for (const { name, metric } of NAMES) {
    const at = lead.lastIndexOf(name)
    if (at >= 0 && (!best || at + name.length > best.end))
      best = { metric, name, end: at + name.length }
  }
  return best
}

/** A platform, an outlet, a level before the name makes it a part: 微信公众号发布信息120条. */
function narrowed({ metric, name }: Named, head: string, known: KnownNames): SubjectFound {
  const clause = LAST_CLAUSE.exec(head)?.[0] ?? ''
  const some = OF_SOME.exec(clause)?.[0]
  if (some !== undefined) return { doubt: `前面的“${some}”限定了“${name}”，没有猜` }
  const own = [...valuesOf(metric, known), ...crossed(metric, known)].filter(({ word }) =>
    clause.includes(word),
  )
  const longest = own.sort((a, b) => b.word.length - a.word.length)[0]
  const others = own.filter(({ word }) => longest && !longest.word.includes(word))
  if (longest && others.length > 0)
    return { doubt: `前面有“${longest.word}”“${others[0]?.word ?? ''}”几个名字，没有猜` }
  if (longest) return partOf(metric, longest)
  const foreign =
    [...known.lists.values()]
      .flatMap((names) => [...names.keys()])
      .find((word) => word.length > 1 && clause.includes(word)) ??
    (isByPlatform(metric) ? PLATFORM.exec(clause)?.[0] : undefined)
  return foreign === undefined
    ? { metric, part: null, words: name }
    : { doubt: `前面的“${foreign}”限定了“${name}”，没有猜` }
}

function isByPlatform(metric: MetricId): boolean {
  const { formula } = metricOf(metric)
  return 'ledger' in formula && 'platform' in ledgerOf(formula.ledger).fields
}

/** A word for one value of a field by which a metric is told apart. */
export interface NamedValue {
  readonly word: string
  readonly field: string
  readonly value: string
  /** Of which metric, where not of the one asked about. */
  readonly of?: MetricId
}

/** Every word for a value by which a metric is told apart: its lists' names and its choices. */
export function valuesOf(metric: MetricId, known: KnownNames): NamedValue[] {
  const { formula, by = [] } = metricOf(metric)
  if (!('ledger' in formula)) return []
  return by.flatMap((field) => {
    const { list } = ledgerOf(formula.ledger).fields[field] ?? {}
    const names: (readonly [string, string])[] =
      field === 'level'
        ? [...(known.levels ?? []), ...LEVEL_WORDS]
        : [...((list !== undefined && known.lists.get(list)) || [])]
    return names.map(([word, value]) => ({ word, field, value }))
  })
}

/** Whether a metric can be told of a part of it like this one. */
export const canBeOf = (metric: MetricId, part: Where, known: KnownNames): boolean =>
  [...valuesOf(metric, known), ...crossed(metric, known)].some(
    ({ field, value }) => field === part.field && value === part.value,
  )

function partOf(metric: MetricId, { word, field, value }: NamedValue): Subject {
  const own = partMetric(metric, field, value)
  return own
    ? { metric: own, part: null, words: word }
    : { metric, part: { field, value }, words: word }
}

/** A level, a platform, an outlet: a part of the whole that was spoken of before. */
function partNamed(words: string, whole: MetricId | null, known: KnownNames): Subject | null {
  if (whole === null) return null
  const found = [...valuesOf(whole, known), ...outletsOf(whole, known)]
    .filter(({ word }) => words.includes(word))
    .sort((a, b) => b.word.length - a.word.length)[0]
  if (!found) return null
  const rest = words.replace(found.word, '').replace(OF_THE_WHOLE, '')
  return FILLER.test(rest) ? partOf(found.of ?? whole, found) : null
}

/** 微信公众号发布视频120条: a form on a platform, where sums are kept by both. */
function crossed(metric: MetricId, known: KnownNames): NamedValue[] {
  const { formula } = metricOf(metric)
  if (formula.kind !== 'sum' || !formula.where) return []
  const { ledger, measure, where } = formula
  const whole = METRIC_IDS.find((id) => partMetric(id, where.field, where.value) === metric)
  return whole === undefined
    ? []
    : valuesOf(whole, known).filter(
        ({ field }) =>
          field !== where.field && keptCut(ledgerOf(ledger), measure, [where.field, field]),
      )
}

/** 国家级采用166条（人民日报12条）: an outlet of a level is a part of all that was adopted. */
function outletsOf(whole: MetricId, known: KnownNames): NamedValue[] {
  const { formula } = metricOf(whole)
  if (formula.kind !== 'sum' || formula.where?.field !== 'level') return []
  const of = METRIC_IDS.find((id) => partMetric(id, 'level', formula.where?.value ?? '') === whole)
  return of === undefined
    ? []
    : valuesOf(of, known).flatMap((each) => (each.field === 'outlet' ? [{ ...each, of }] : []))
}

/** 微信公众号发布120条 with no total before speaks of 发布量, 人民日报采用5条 of 上级采用. */
function wholeSpokenOf(words: string): MetricId | null {
  if (/发布/.test(words)) return 'published'
  return /采用|刊发|转载/.test(words) ? 'adopted' : null
}

/** `1246条被上级媒体采用`: the name follows, with nothing of its own between. */
function namedBehind(tail: string): Subject | null {
  const rest = tail.replace(/^(?:信息|稿件|作品|新闻)?(?:被|由|获|为)?/, '')
  const found = NAMES.find(({ name }) => rest.startsWith(name))
  return found ? { metric: found.metric, part: null, words: found.name } : null
}
