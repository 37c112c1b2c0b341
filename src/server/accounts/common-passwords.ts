let known: Promise<ReadonlySet<string>> | undefined

/** Whether a password is among the fifty thousand used most; the list is read when it is first asked for. */
export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  return (await known).has(password.toLowerCase())
}
