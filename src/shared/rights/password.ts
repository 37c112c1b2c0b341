import { thoughtsIn } from './keyboard-walks.ts'

/** How good a password is: `weak` is refused. */
export type Strength = 'weak' | 'fair' | 'good'

export const MOST_PASSWORD = 128

/** Whose password it is: what is guessed first of all. */
export interface PasswordOf {
  readonly user: string
  readonly name: string
  readonly centre: string
}

/** Characters to be guessed at least, a walk over the keyboard for one, and words guessed first for none. */
const LEAST_THOUGHTS = 6

/** Judges a password against its length and what is guessed first; the words are for who types it. */
export function passwordStrength(
  password: string,
  { least, of }: { readonly least: number; readonly of: PasswordOf },
): { readonly strength: Strength; readonly words: string } {
  const length = [...password].length
  const weak = (words: string) => ({ strength: 'weak' as const, words })
  if (length < least) return weak(`还差 ${least - length} 个字符（至少 ${least} 个）`)
  if (length > MOST_PASSWORD) return weak(`太长：最多 ${MOST_PASSWORD} 个字符`)
  const lower = password.toLowerCase()
  const user = of.user.toLowerCase()
  /** Whether nearly nothing has to be guessed beside such words. */
  const isLittleBeside = (words: readonly (string | RegExp)[]): boolean => {
    const rest = words.reduce<string>((text, word) => text.replaceAll(word, ''), lower)
    return rest !== lower && thoughtsIn(rest.replace(YEAR, '')) < LEAST_THOUGHTS
  }
  const names = namesOf(of)
  if ([...user].length >= LEAST_USER ? lower.includes(user) : isLittleBeside(user ? [user] : []))
    return weak('不要包含用户名')
  if (isLittleBeside(names)) return weak('不要用自己的姓名或中心的名称')
  if (new Set(lower).size < 5) return weak('重复的字符太多')
  if (thoughtsIn(lower) < LEAST_THOUGHTS) return weak('不要用连续的数字、字母或相邻的键')
  if (isLittleBeside(NUMBERS)) return weak('不要用手机号或生日')
  if (isLittleBeside([...COMMON, ...names, ...NUMBERS])) return weak('太常见，最先被猜到')
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  return length >= least + 4 || kinds >= 3
    ? { strength: 'good', words: '强' }
    : { strength: 'fair', words: '可以用；再长一些更好' }
}

/** A user name so long does not come to stand in a password by chance. */
const LEAST_USER = 4

/** One's name; the centre's, and its place, which is its first two characters. */
const namesOf = ({ name, centre }: PasswordOf): readonly string[] =>
  [centre, name, centre.slice(0, 2)]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 2)

/** What many put behind a word. */
const YEAR = /(?:19|20)\d\d/

/** A mobile number, a day of somebody's life. */
const NUMBERS = [/1[3-9]\d{9}/g, /(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/g] as const

const COMMON = [
  'password',
  'admin',
  '123456',
  '654321',
  '111111',
  '888888',
  '666666',
  'qwerty',
  'abc123',
  'iloveyou',
  'woaini',
  'rongmei',
  'welcome',
  'p@ssw0rd',
  'passw0rd',
  '1q2w3e',
  'mima',
  '5201314',
  '1314520',
  '147258',
  '123123',
]
