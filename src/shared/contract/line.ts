import * as z from 'zod/mini'

/** A name somebody gives: something to be seen in it, nothing that breaks or turns the line it stands in. */
export const line = (most: number) =>
  z.string().check(
    z.maxLength(most),
    z.refine(
      (text) =>
        /\S/.test(text) &&
        !/[\p{Cc}\p{Zl}\p{Zp}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/u.test(
          text,
        ),
      {
        error: '不能是空白，也不能有看不见的符号',
      },
    ),
  )

/** What is searched for: some words, each of which is a condition. */
export const searched = z.string().check(z.maxLength(500))
