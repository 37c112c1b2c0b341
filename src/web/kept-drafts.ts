import type * as z from 'zod/mini'

const READER = 'reader'

let reader = stored(READER) ?? ''

/** Whether this is who was signed in here last; '' for nobody, and on a desk without accounts. */
export const isReader = (user: string): boolean => user === reader

/** Says who is here now: drafts of others stay where they are, for when they come back. */
export function readerIs(user: string): void {
  if (isReader(user)) return
  reader = user
  store(READER, user === '' ? null : user)
}

/** What is not saved belongs to whoever typed it, also where several share a browser. */
const nameOf = (draft: string): string => (reader ? `${draft}@${reader}` : draft)

/** What an earlier visit left; null where there is nothing, or the browser keeps nothing. */
export function keptDraft<T>(draft: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const found = schema.safeParse(JSON.parse(stored(nameOf(draft)) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

/** Keeps what is typed over a reload, null lets it go; false where the browser refuses. */
export const keepDraft = (draft: string, typed: object | null): boolean =>
  store(nameOf(draft), typed && JSON.stringify(typed))

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function store(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
    return true
  } catch {
    return false
  }
}
