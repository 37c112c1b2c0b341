import { LEVELS } from '../ledgers/dictionaries.ts'
import type { Where } from '../metrics/define.ts'
import { METRIC_IDS, metricOf, type MetricId } from '../metrics/index.ts'
import { partMetric } from '../metrics/stated.ts'

/** The centre's own names, as its lists and settings have them: a name or 又名 to what it is kept as. */
export interface KnownNames {
  readonly platforms: ReadonlyMap<string, string>
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
/** Words that turn a sentence away from what was done. */
const NOT_DONE = /未(?!办结|整改)|没有|计划|目标|力争|预计|拟|要求|确保/

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
  if (NOT_DONE.test(lead)) return { doubt: '说的是计划、要求或没有做的' }
  if (/分别/.test(lead)) return { doubt: '几个数共用一句话，分不清各是哪一个' }
  const named = lastNamed(lead)
  if (named === null) {
    const part = partNamed(lead, before, known)
    return part ?? namedBehind(tail) ?? { doubt: '认不出是哪一项指标' }
  }
  const gap = lead.slice(named.end)
  if (FILLER.test(gap)) return { metric: named.metric, part: null, words: named.name }
  const part = partNamed(gap, named.metric, known)
  if (part) return { ...part, words: `${named.name}${gap}` }
  return { doubt: `“${named.name}”与数字之间还有“${gap.trim()}”，没有猜` }
}

/** The name that stands nearest before the number. */
function lastNamed(lead: string): { metric: MetricId; name: string; end: number } | null {
  let best: { metric: MetricId; name: string; end: number } | null = null
  for (const { name, metric } of NAMES) {
    const at = lead.lastIndexOf(name)
    if (at >= 0 && (!best || at + name.length > best.end))
      best = { metric, name, end: at + name.length }
  }
  return best
}

/** A level, a platform: a part of the whole that was spoken of before. */
function partNamed(words: string, whole: MetricId | null, known: KnownNames): Subject | null {
  if (whole === null) return null
  const by = metricOf(whole).by ?? []
  const fields: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['level', [...(known.levels ?? []), ...LEVEL_WORDS]],
    ['platform', [...known.platforms]],
  ]
  for (const [field, values] of fields) {
    if (!by.includes(field)) continue
    const found = values
      .filter(([word]) => words.includes(word))
      .sort(([a], [b]) => b.length - a.length)[0]
    if (!found) continue
    const [word, value] = found
    if (!FILLER.test(words.replace(word, '').replace(/媒体|平台|级别|采用|发布/g, ''))) continue
    const own = partMetric(whole, field, value)
    return own
      ? { metric: own, part: null, words: word }
      : { metric: whole, part: { field, value }, words: word }
  }
  return null
}

/** `1246条被上级媒体采用`: the name follows, with nothing of its own between. */
function namedBehind(tail: string): Subject | null {
  const rest = tail.replace(/^(?:信息|稿件|作品|新闻)?(?:被|由|获|为)?/, '')
  const found = NAMES.find(({ name }) => rest.startsWith(name))
  return found ? { metric: found.metric, part: null, words: found.name } : null
}
