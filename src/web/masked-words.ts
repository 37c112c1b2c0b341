import type { Field } from '#shared/ledgers/define.ts'
import { MASK } from '#shared/masks.ts'

/** Said beside a name or number of a citizen that is shown in part. */
export const MASKED = '姓名号码已遮盖'

/** Whether what is shown of a field hides a citizen's name or number. */
export const isMasked = ({ citizen }: Field, text: string): boolean =>
  citizen !== undefined && text.includes(MASK)
