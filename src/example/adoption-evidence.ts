import type { Cell, Row } from '#shared/ledgers/define.ts'
import { createRandom, type Random } from './random.ts'

/** From here on the ledger asks how a work came to be carried, and for a link or a file. */
const ASKED_SINCE = '2024-01-01'

/**
 * Gives adoptions how they came about and what proves them: links where outlets have pages, files
 * where they are printed or aired, nothing where nobody kept any. In 2023 hardly any link was kept.
 * A few works of 2024 were aired in 四川新闻联播, and a few uses were entered twice.
 */
export function withEvidence(adoptions: readonly Row[]): Row[] {
  const random = createRandom(20_231_021)
  return adoptions.map((row, n) => {
    const isAsked = String(row.day) >= ASKED_SINCE
    return {
      ...row,
      ...proof(row, n, isAsked, random),
      kind: isAsked && random.chance(0.9) ? (random.chance(0.72) ? 'adopted' : 'reposted') : null,
      pooled: isAsked && random.chance(0.012) ? 'yes' : null,
      ...(aired(row, random) && { position: '四川新闻联播' }),
    }
  })
}

const HAS_NO_PAGE: readonly unknown[] = ['报', '台']

function proof({ medium, day }: Row, n: number, isAsked: boolean, random: Random): Row {
  const kept = random.chance(isAsked ? 0.86 : 0.24)
  const isPrinted = HAS_NO_PAGE.includes(medium)
  const file = `凭证/${String(day)}-${n + 1}.${medium === '报' ? 'pdf' : 'jpg'}`
  const hasBoth = random.chance(0.08)
  return {
    link: kept && (!isPrinted || hasBoth) ? `https://example.org/shangji/${n + 1}` : null,
    evidence: kept && (isPrinted || hasBoth) ? file : null,
  }
}

const aired = ({ outlet, day }: Row, random: Random): boolean =>
  random.chance(0.12) && outlet === '四川广播电视台' && String(day) >= ASKED_SINCE

const TWICE = 4

/**
 * The same rows, a few of 2024 of which repeat an earlier use of the same outlet within days, its
 * title typed with other punctuation: what somebody entered twice.
 */
export function withRepeats(adoptions: readonly Row[]): Row[] {
  const random = createRandom(20_231_022)
  const rows = [...adoptions]
  const uses = new Map<Cell, number>()
  for (const { work = null } of rows) uses.set(work, (uses.get(work) ?? 0) + 1)
  let twice = 0
  adoptions.forEach((row, n) => {
    const isOnce = uses.get(row.work ?? null) === 1
    if (String(row.day) < ASKED_SINCE || !isOnce || twice === TWICE || !random.chance(0.04)) return
    const first = adoptions
      .slice(n - 12, n)
      .find(({ outlet, work }) => outlet === row.outlet && String(work).includes('，'))
    if (!first) return
    twice += 1
    rows[n] = { ...row, ...repeated(first) }
  })
  return rows
}

const repeated = ({ work, form, author, department }: Row): Row => ({
  work: String(work).replaceAll('，', ' '),
  title: null,
  form: form ?? null,
  author: author ?? null,
  department: department ?? null,
})

/** Posts on the centre's own account at 人民号: kept in the same ledger, never pick-up. */
export function exampleOwnPosts(pieces: readonly Row[]): Row[] {
  const random = createRandom(20_231_023)
  return YEARS_OF_POSTS.flatMap(({ year, every }) =>
    pieces
      .filter(({ day, origin, form }) => {
        const isOwn = String(day).startsWith(year) && origin === 'original' && form === 'text'
        return isOwn && random.chance(every)
      })
      .map((piece, n) => ({
        code: `示例ZF${year}${String(n + 1).padStart(3, '0')}`,
        day: piece.day ?? null,
        work: piece.title ?? null,
        outlet: '人民日报客户端',
        level: 'national',
        levelWord: '国家级',
        medium: '端',
        form: 'text',
        author: piece.author ?? null,
        department: piece.department ?? null,
        kind: 'own',
        link: `https://example.org/rmh/${year}-${n + 1}`,
      })),
  )
}

const YEARS_OF_POSTS = [
  { year: '2023', every: 0.004 },
  { year: '2024', every: 0.006 },
] as const
