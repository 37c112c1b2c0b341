import { useQuery } from '@pinia/colada'
import { DEFAULT_ZONE } from '#shared/settings/zone.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { dateTimeLabel } from '#shared/time/words.ts'
import { deskQuery } from '../queries/boards.ts'

/** Says an instant on the clocks of the centre. */
export function useWhen(label = dateTimeLabel): (instant: string) => string {
  const { data: desk } = useQuery(deskQuery)
  return (instant) => label(dateTimeInZone(Date.parse(instant), desk.value?.zone ?? DEFAULT_ZONE))
}
