/** Puts each text that something holds as it is to be; `place` is the way to it, `/words/cover/title`. */
export type PutTexts = (held: string, put: PutText) => string
type PutText = (text: string, place: string) => string

/** The same of JSON, whose values they are. */
export const eachTextIn: PutTexts = (json, put) => JSON.stringify(mapped(JSON.parse(json), '', put))

function mapped(value: unknown, place: string, put: PutText): unknown {
  if (typeof value === 'string') return put(value, place)
  if (Array.isArray(value))
    return value.map((each: unknown, at) => mapped(each, `${place}/${at}`, put))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapped(each, `${place}/${key}`, put)]),
  )
}
