/**
 * Readings by key, each done once for as long as `at` says the same: the state it was read in. What
 * failed is read again.
 */
export function keptWhile<Key, T>(): (
  key: Key,
  at: string | number,
  read: () => Promise<T>,
) => Promise<T> {
  const kept = new Map<Key, { readonly at: string | number; readonly value: Promise<T> }>()
  return (key, at, read) => {
    const known = kept.get(key)
    if (known?.at === at) return known.value
    const made = { at, value: read() }
    kept.set(key, made)
    made.value.catch(() => {
      if (kept.get(key) === made) kept.delete(key)
    })
    return made.value
  }
}
