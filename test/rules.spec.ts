import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { GLOSSARY } from '#shared/glossary.ts'
import type { Ledger } from '#shared/ledgers/define.ts'
import { LEDGERS } from '#shared/ledgers/index.ts'
import { asksOf, type Board } from '#shared/boards/define.ts'
import { BOARDS } from '#shared/boards/index.ts'
import { partNames, type Formula } from '#shared/metrics/define.ts'
import { isMetricId, METRIC_IDS, METRICS, metricOf } from '#shared/metrics/index.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const IGNORED = read('.gitignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/\/$/, ''))
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.optional(z.record(z.string(), z.string())) }),
  ),
})
const asvsSchema = z.object({ sections: z.record(z.string(), z.array(z.int())) })
const TOP = filesOf('', 1)
const FILES = ['src', 'mocks', 'test', 'public'].flatMap((folder) => filesOf(folder))
const SOURCES = FILES.filter((file) => /^(src|mocks)\/.*\.(ts|vue|css)$/.test(file))

it('the top level holds what the map of the house shows', () => {
  const allowed = new Set(
    'src public mocks test index.html vite.config.ts package.json package-lock.json tsconfig.json README.md'.split(
      ' ',
    ),
  )
  obeyed(
    TOP.filter((name) => !name.startsWith('.') && !allowed.has(name)),
    'Move it below src, mocks, test or public; settings go into package.json, vite.config.ts or test.',
  )
})

it('a file is at most 250 lines long, or says why not', () => {
  const found = SOURCES.flatMap((file) => {
    const lines = read(file).trimEnd().split('\n')
    const isExcused = lines.slice(0, 5).some((line) => /^(\/\/|\/\*) Long because \S/.test(line))
    if (lines.length > 250 && !isExcused) return [`${file}: ${lines.length} lines`]
    return lines.length <= 250 && isExcused ? [`${file}: its "Long because" is stale`] : []
  })
  obeyed(
    found,
    'Split it by subject, or state the reason in its first five lines: // Long because … Remove a reason that no longer holds.',
  )
})

it('a spec stands where its subject stands', () => {
  const specs = FILES.filter(
    (file) =>
      /^test\/.*\.spec\.ts$/.test(file) &&
      !/^test\/(conformance|example|golden|e2e|bench|support)\//.test(file) &&
      file !== 'test/rules.spec.ts',
  )
  const found = specs.filter((file) => {
    const subject = file.replace(/^test\/(?!mocks\/)/, 'src/').replace(/^test\/mocks\//, 'mocks/')
    const stem = path.join(ROOT, subject.replace(/\.spec\.ts$/, ''))
    return !['.ts', '.vue', ''].some((ending) => existsSync(stem + ending))
  })
  obeyed(
    found,
    'test mirrors src: test/server/routes/boards.spec.ts tests src/server/routes/boards.ts (or a folder of that name). Move or rename the spec.',
  )
})

it('no cast to any and no silenced compiler', () => {
  obeyed(
    lines(SOURCES, /\bas any\b|@ts-(ignore|expect-error|nocheck)/),
    'Parse at the edge with zod, or narrow the type; a needed cast goes to a named type, with its guarantee in a comment.',
  )
})

it('every answer of the API states its right', () => {
  const routes = SOURCES.filter((file) => file.startsWith('src/server/routes/'))
  const allowed = "app.get('/api/boards/:board', async (request, next)"
  obeyed(
    lines(routes, /\bapp\.(get|post|put|patch|delete|on|all|use)\(/).filter(
      (line) => !line.includes(allowed),
    ),
    'Describe it in src/shared/contract with its right; mount it with serve, or with serveFile where it hands out a file.',
  )
})

it('the pages ask nothing of the internet', () => {
  const shown = [
    ...FILES.filter((file) => /^(src\/(web|charts)|public)\//.test(file)),
    'index.html',
  ]
  const text = shown.filter((file) => /\.(ts|vue|css|html|svg|json|webmanifest|txt)$/.test(file))
  obeyed(
    lines(text, /\bhttps?:\/\/(?!www\.w3\.org\/)\w|(src|href)="\/\/|url\(['"]?\/\//),
    'A desk may have no internet: put the file into public or src, or take the library from npm.',
  )
})

it('the pages run in Chrome 109, the last one for Windows 7', () => {
  const run = reachedFrom('src/web/main.ts')
  expect(run.length).toBeGreaterThan(500)
  const later = [
    /\.(toSorted|toReversed|toSpliced|isWellFormed)\(/,
    /\b(Object|Map)\.groupBy\(|\bArray\.fromAsync\(|\bPromise\.(withResolvers|try)\(/,
    /\.(keys|values|entries)\(\)\.(?!next\b)\w+\(|\.(intersection|symmetricDifference|isSubsetOf|isSupersetOf)\(/,
  ]
  obeyed(
    later.flatMap((pattern) => lines(run, pattern)),
    'Sort a copy: [...list].sort(compare); spread an iterator before you map it. These came with Chrome 110 and later.',
  )
})

it('a file is named after what it holds', () => {
  obeyed(
    FILES.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/.test(file)),
    'Name the subject (money.ts, previous-period.ts), and put the function beside what it serves.',
  )
  obeyed(
    SOURCES.filter((file) => {
      const name = path.basename(file)
      if (!file.endsWith('.vue')) return !/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|css)$/.test(name)
      return !file.startsWith('src/web/pages/') && !/^[A-Z][A-Za-z0-9]*\.vue$/.test(name)
    }),
    'Files are kebab-case (metric-card.ts); a component is PascalCase (MetricCard.vue), a page is its URL.',
  )
})

it('comments and sources name no document that is not here', () => {
  obeyed(
    lines(SOURCES, /(?<!README)\.md\b/),
    'Name the rule itself as a reader may look it up (GY/T 264-2012, 62号令第20条), or say that it is ours.',
  )
})

it('every test that the table of security names is there', () => {
  const named = securityRows('Met').flatMap(({ last }) =>
    [...last.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  const found = named.filter((name) => {
    const stem = path.join(ROOT, name.startsWith('test/') ? name : `test/server/${name}`)
    return !['.spec.ts', '.e2e.ts', '.ts'].some((ending) => existsSync(stem + ending))
  })
  expect(named.length).toBeGreaterThan(20)
  obeyed(found, 'Name the test that shows it, or move the item to what is not met.')
})

it('every item of ASVS levels 1 and 2 stands in one table of security, and none other', () => {
  const { sections } = asvsSchema.parse(JSON.parse(read('test/golden/asvs-4.0.3-l2.json')))
  const items = Object.entries(sections).flatMap(([section, numbers]) =>
    numbers.map((number) => `${section}.${number}`),
  )
  const told = ['Met', 'Not met, and why', 'Does not apply']
    .flatMap(securityRows)
    .flatMap(({ first }) => first.split(', '))
    .flatMap((cell) => {
      const [from = '', to = from] = cell.split('–')
      if (to === from) return items.includes(cell) ? [cell] : (within(items, cell) ?? [cell])
      return items.slice(items.indexOf(from), items.indexOf(to) + 1)
    })
  obeyed(
    [
      ...items.filter((item) => !told.includes(item)).map((item) => `${item} is missing`),
      ...told.filter((item) => !items.includes(item)).map((item) => `${item} is none`),
      ...told.filter((item, index) => told.indexOf(item) < index).map((item) => `${item} is twice`),
    ],
    'Put it where the code shows it belongs: met, not met, or does not apply.',
  )
})

it('what must not be guessed is drawn by the system, and a password field says which it is', () => {
  obeyed(
    lines(SOURCES, /Math\.random\(/),
    'Secrets come from SecretPorts; examples and tests draw from a seed.',
  )
  const fields = SOURCES.flatMap((file) =>
    [...read(file).matchAll(/<input\b[^>]*type="password"[^>]*>/g)].map(([tag]) => ({ file, tag })),
  )
  expect(fields.length).toBeGreaterThan(3)
  obeyed(
    fields
      .filter(({ tag }) => !/autocomplete="(current|new)-password"/.test(tag) || /@paste/.test(tag))
      .map(({ file }) => file),
    'Password managers read autocomplete="current-password" or "new-password"; let people paste.',
  )
})

it('every room has its compiler settings and its fence', () => {
  const references = read('tsconfig.json')
  const fences = read('.oxlintrc.json')
  const found = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const isKnown = references.includes(`"./src/${name}"`) && fences.includes(`"src/${name}/**"`)
      return isKnown && existsSync(path.join(ROOT, 'src', name, 'tsconfig.json')) ? [] : [name]
    })
  obeyed(
    found,
    'Give src/<room> a tsconfig.json, a reference in the top tsconfig.json and an override in .oxlintrc.json.',
  )
})

it('the lock file serves every registry and every system', () => {
  obeyed(
    lines(['package-lock.json'], /"resolved": "https?:/).slice(0, 3),
    'Install with the .npmrc of this repository (omit-lockfile-registry-resolved=true).',
  )
  const { packages } = lockSchema.parse(JSON.parse(read('package-lock.json')))
  const found = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in packages)),
  )
  // A registry without them makes npm drop them, and then npm ci refuses the whole file.
  obeyed(
    found,
    'Put back the entries of other systems (version, os, cpu, "optional": true), as git has them.',
  )
})

it('every term of the field has one English word, and the code uses it', () => {
  const words = Object.values(GLOSSARY)
  const code = SOURCES.filter((file) => file !== 'src/shared/glossary.ts')
    .map(read)
    .join('\n')
  obeyed(
    words.filter((word, index) => words.indexOf(word) !== index),
    'Two terms share a word in src/shared/glossary.ts: give one of them its own.',
  )
  obeyed(
    words.filter((word) => !new RegExp(word, 'i').test(code)),
    'Use the word in the code, or take it out of src/shared/glossary.ts.',
  )
})

it('every ledger that is defined is in the registry', async () => {
  const registered = new Set<unknown>(Object.values(LEDGERS))
  const files = FILES.filter((file) => /^src\/shared\/ledgers\/(?!define|index)/.test(file))
  const defined = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(path.join(ROOT, file))
      return Object.entries(exported)
        .filter(([, value]) => isLedger(value) && !registered.has(value))
        .map(([name]) => `${file}: ${name}`)
    }),
  )
  obeyed(defined.flat(), 'Add it to LEDGERS in src/shared/ledgers/index.ts.')
})

it('every metric counts what its ledger keeps', () => {
  const found = METRIC_IDS.flatMap((id) => {
    const { formula, by = [], also = [] } = metricOf(id)
    const sides = [...countedBy(formula, by), ...also.map((side) => ({ ...side, cuts: [] }))]
    return sides.flatMap(({ ledger, measure, cuts }) => {
      const book: Ledger = LEDGERS[ledger]
      const unknown = measure in book.measures ? [] : [`${id}: ${ledger} has no measure ${measure}`]
      const kept = (book.measures[measure]?.cuts ?? book.cuts).map((cut) => cut.join('+'))
      const missing = cuts.filter((cut) => !kept.includes(cut))
      return [...unknown, ...missing.map((cut) => `${id}: ${ledger} keeps no sums by ${cut}`)]
    })
  })
  obeyed(found, 'Add the measure or the cut to the ledger, or correct the formula or `by`.')
})

it('every metric divides metrics that exist and that split the same way', () => {
  const found = METRIC_IDS.flatMap((id) => {
    const { formula, by = [] } = metricOf(id)
    return partNames(formula).flatMap((part) => {
      if (!isMetricId(part)) return [`${id}: there is no metric ${part}`]
      const split = metricOf(part).by ?? []
      const missing = by.filter((field) => !split.includes(field))
      return missing.map((field) => `${id}: ${part} is not by ${field}`)
    })
  })
  obeyed(found, 'Name a metric of src/shared/metrics, and let `by` hold only what both sides have.')
})

it('every board asks for splits its metrics have', () => {
  const boards: [string, Board][] = Object.entries(BOARDS)
  const found = boards.flatMap(([id, board]) =>
    asksOf(board)
      .filter(({ metric, by }) => by !== undefined && !METRICS[metric].by?.includes(by))
      .map(({ metric, by }) => `${id}: ${metric} by ${by}`),
  )
  obeyed(found, 'Add the field to the `by` of the metric, or ask for another.')
})

/** The rows of one of README's tables of security: their first and last cells. */
function securityRows(title: string): { readonly first: string; readonly last: string }[] {
  const [, security = ''] = read('README.md').split('## Security')
  const [, after = ''] = security.split(`\n${title}:\n`)
  const [table = ''] = after.trimStart().split('\n\n')
  return table
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({ first: cells[1] ?? '', last: cells.at(-2) ?? '' }))
}

/** The items of a whole section; null for a section there is not. */
function within(items: readonly string[], section: string): string[] | null {
  const found = items.filter((item) => item.startsWith(`${section}.`))
  return found.length > 0 ? found : null
}

/** What a formula reads from ledgers: per measure the cuts that must be kept, fields joined by +. */
function countedBy(formula: Formula, by: readonly string[]) {
  switch (formula.kind) {
    case 'sum': {
      const held = formula.where ? [formula.where.field] : []
      const cuts = [held, ...by.map((field) => [...held, field])].filter((cut) => cut.length > 0)
      return [{ ...formula, cuts: cuts.map((cut) => cut.join('+')) }]
    }
    case 'distinct':
    case 'quantile':
      return [{ ...formula, cuts: [formula.field] }]
    case 'last':
      return [{ ...formula, cuts: [formula.by] }]
    case 'since':
      return [{ ...formula, cuts: [] }]
    case 'balance':
      return [formula.opened, formula.closed].map((measure) => ({
        ledger: formula.ledger,
        measure,
        cuts: [],
      }))
    case 'standing':
      return [formula.opened, formula.closed].map((measure) => ({
        ledger: formula.ledger,
        measure,
        cuts: [...by],
      }))
    default:
      return []
  }
}

const isLedger = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'measures' in value && 'cuts' in value

/** Fails with what to do about it, then the places. */
function obeyed(found: readonly string[], how: string): void {
  expect(found, `${how}\n  ${found.join('\n  ')}\n`).toEqual([])
}

function lines(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [],
      ),
  )
}

/** The files that run where one does: itself and what it imports, types left out. */
function reachedFrom(first: string): string[] {
  const found = new Set([first])
  for (const file of found)
    for (const [, from = '', late = ''] of read(file).matchAll(
      /^import (?!type\b)(?:[^'"]*? from )?'([#.][^']+)'|\bimport\('([#.][^']+)'\)/gm,
    )) {
      const named = from || late
      const to = named.startsWith('#')
        ? `src/${named.slice(1)}`
        : path.join(path.dirname(file), named)
      if (SOURCES.includes(to)) found.add(to)
    }
  return [...found]
}

function filesOf(folder: string, depth = Number.POSITIVE_INFINITY): string[] {
  const at = path.join(ROOT, folder)
  if (!existsSync(at)) return []
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (IGNORED.some((pattern) => path.matchesGlob(file, pattern))) return []
    return entry.isDirectory() && depth > 1 ? filesOf(file, depth - 1) : [file]
  })
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}
