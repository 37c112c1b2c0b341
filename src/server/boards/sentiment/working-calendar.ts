import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { workingDays } from '#shared/time/working-days.ts'

/**
 * Working days of China by the yearly notices of 国务院办公厅, from the data of chinese-days; kept on
 * the server's side, since its 37 KB would weigh on every page.
 */
export const CALENDAR = workingDays(Object.keys(notices.holidays), Object.keys(notices.workdays))
