/** How good a password is: `weak` is refused. */
export type Strength = 'weak' | 'fair' | 'good'

export const MOST_PASSWORD = 128

/** Judges a password against its length and what is guessed first; the words are for who types it. */
export function passwordStrength(
  password: string,
  { least, user }: { readonly least: number; readonly user: string },
): { readonly strength: Strength; readonly words: string } {
  const length = [...password].length
  const weak = (words: string) => ({ strength: 'weak' as const, words })
  if (length < least) return weak(`还差 ${least - length} 个字符（至少 ${least} 个）`)
  if (length > MOST_PASSWORD) return weak(`太长：最多 ${MOST_PASSWORD} 个字符`)
  const lower = password.toLowerCase()
  if (user.length >= 2 && lower.includes(user.toLowerCase())) return weak('不要包含用户名')
  if (new Set(lower).size < 5) return weak('重复的字符太多')
  if (isRun(lower)) return weak('不要用连续的数字或字母')
  if (COMMON.some((word) => lower.includes(word) && length < word.length + 6))
    return weak('太常见，最先被猜到')
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length
  return length >= least + 4 || kinds >= 3
    ? { strength: 'good', words: '强' }
    : { strength: 'fair', words: '可以用；再长一些更好' }
}

/** Nothing but a run along the digits, the alphabet or a row of the keyboard. */
const isRun = (lower: string): boolean =>
  ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].some(
    (row) => row.includes(lower) || [...row].reverse().join('').includes(lower),
  )

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
]
