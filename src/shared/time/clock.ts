/** Seconds from one `YYYY-MM-DDTHH:mm` to another; negative when the second is earlier. */
export function secondsBetween(from: string, to: string): number {
  return (instant(to) - instant(from)) / 1000
}

/** The `YYYY-MM-DDTHH:mm` that many seconds later, cut to the minute. */
export function addSeconds(dateTime: string, seconds: number): string {
  return new Date(instant(dateTime) + seconds * 1000).toISOString().slice(0, 16)
}

// Wall-clock differences only: China has no daylight saving, so UTC arithmetic is exact.
function instant(dateTime: string): number {
  return Date.parse(`${dateTime.slice(0, 16)}:00Z`)
}
