/** What stands in a record under a name that was sent, which may be one that every object has: `constructor`. */
export const under = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined
