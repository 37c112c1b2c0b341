const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** `18:02:36` of an instant in UTC milliseconds, on the clocks of a zone. */
export function clockText(at: number, timeZone: string): string {
  const known = FORMATS.get(timeZone)
  const format =
    known ??
    new Intl.DateTimeFormat('zh-CN', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
  if (!known) FORMATS.set(timeZone, format)
  return format.format(at)
}
