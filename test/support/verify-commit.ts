import { readFileSync } from 'node:fs'

const TYPES = 'feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert'
const [subject = ''] = readFileSync(process.argv[2] ?? '.git/COMMIT_EDITMSG', 'utf8').split('\n')
const isOurs = /^(Merge|Revert|fixup!|squash!) ?/.test(subject)
const isConventional = new RegExp(`^(${TYPES})(\\([a-z0-9-]+\\))?!?: \\S.*[^.]$`).test(subject)

if (!isOurs && (!isConventional || subject.length > 72)) {
  console.error(`This subject line does not follow the convention (${subject.length} characters):
  ${subject}
Write <type>(<scope>): <imperative>, at most 72 characters and no full stop, for example
  feat(metrics): add completion rate
Types: ${TYPES.replaceAll('|', ', ')}`)
  process.exit(1)
}
