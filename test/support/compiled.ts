import path from 'node:path'

/** Where Node keeps what it compiled: half of the start of a desk, or of a thread of it, is compiling. */
export const COMPILED = path.resolve(import.meta.dirname, '../../node_modules/.cache/desk')
