/** The text with its part of the day told in hours: 下午3时 is 15时; a part with no hour says nothing of the day. */
export const withPartOfDay = (text: string): string =>
  text.replace(DAY_PART, (_, part: string, hour: string | undefined) => {
    if (hour === undefined) return ' '
    const said = Number(hour)
    const read = (HOURS[part] ?? ((hours) => hours))(said)
    return ` ${read ?? UNTOLD_HOUR}`
  })

const DAY_PART = / ?(凌晨|上午|早上|早晨|清晨|中午|下午|傍晚|晚上|晚|早) ?(?:(\d{1,2})(?=[:时点]))?/
/** No hour of any day, so that the cell is refused: 晚上12点 is of two days. */
const UNTOLD_HOUR = 99
const afternoon = (hour: number): number | null => (hour < 12 ? hour + 12 : hour)
const night = (hour: number): number | null => (hour === 12 ? null : afternoon(hour))
const HOURS: Readonly<Record<string, ((hour: number) => number | null) | undefined>> = {
  凌晨: (hour) => (hour === 12 ? null : hour),
  中午: (hour) => (hour < 3 ? hour + 12 : hour),
  下午: afternoon,
  傍晚: afternoon,
  晚上: night,
  晚: night,
}
