/** A channel's due broadcast time a day as its form holds it. */
export interface ChannelRow {
  name: string
  hours: string
  minutes: string
}

const DAY_SECONDS = 86_400

export const channelRow = ({
  name,
  dueSecondsPerDay,
}: {
  name: string
  dueSecondsPerDay: number
}): ChannelRow => ({
  name,
  hours: String(Math.floor(dueSecondsPerDay / 3600)),
  minutes: String(Math.floor(dueSecondsPerDay / 60) % 60),
})

/** Hours and minutes as seconds; null unless whole, within a day, and minutes below 60. */
export function dueSeconds({ hours, minutes }: ChannelRow): number | null {
  const [hour, minute] = [hours, minutes].map((text) =>
    /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN,
  )
  if (hour === undefined || minute === undefined || !(minute < 60)) return null
  const seconds = hour * 3600 + minute * 60
  return seconds <= DAY_SECONDS ? seconds : null
}
