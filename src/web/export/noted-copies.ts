import { codeOf } from '../api/problem.ts'
import { copyText } from './copy-text.ts'
import { noteHandedOut } from './hand-out.ts'

const FIRST_WAIT = 2000
const LONGEST_WAIT = 60_000
/** What a second try could not change. */
const REFUSED: ReadonlySet<string> = new Set(['RIGHT_MISSING', 'REQUEST_INVALID'])

const owed: string[] = []
let isSending = false

/**
 * Has the journal note what was copied, called as the page calls it. Whoever has the right copies at
 * once, without the desk: the note follows, and is tried again while the page is open.
 */
export function noteCopied(what: string): void {
  owed.push(what)
  if (!isSending) void send(FIRST_WAIT)
}

async function send(wait: number): Promise<void> {
  isSending = true
  try {
    for (let [what] = owed; what !== undefined; [what] = owed) {
      await noteHandedOut({ what, form: 'copy' })
      owed.shift()
    }
    isSending = false
  } catch (error) {
    const isRefused = REFUSED.has(codeOf(error) ?? '')
    if (isRefused) owed.shift()
    setTimeout(() => void send(Math.min(wait * 2, LONGEST_WAIT)), isRefused ? 0 : wait)
  }
}

/** Copies a sentence of a figure; answers what to say of it. */
export async function copyNoted(text: string, what: string): Promise<string> {
  const isCopied = await copyText(text)
  if (isCopied) noteCopied(what)
  return `${isCopied ? '已复制' : '浏览器不让复制，请自己选中'}：${text}`
}
