import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const IGNORED = read('.gitignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/\/$/, ''))
const TOP = filesOf('', 1)
const FILES = ['src', 'mocks', 'test', 'public'].flatMap((folder) => filesOf(folder))
const SOURCES = FILES.filter((file) => /^(src|mocks)\/.*\.(ts|vue|css)$/.test(file))

it('the top level holds what the map of the house shows', () => {
  const allowed = new Set(
    'src public mocks test index.html vite.config.ts package.json package-lock.json tsconfig.json README.md LICENSE'.split(
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
      !/^test\/(conformance|golden|e2e|bench|support)\//.test(file) &&
      !/^test\/(rules|checks)\.spec\.ts$/.test(file),
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

it('the lock file names no registry', () => {
  obeyed(
    lines(['package-lock.json'], /"resolved": "https?:/).slice(0, 3),
    'Install with the .npmrc of this repository (omit-lockfile-registry-resolved=true).',
  )
})

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
