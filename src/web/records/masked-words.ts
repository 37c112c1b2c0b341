import type { Field } from '#shared/ledgers/define.ts'
import { citizenIn, MASK } from '#shared/masks.ts'
import { mayBe } from '../offered.ts'

/** Said beside a name or number of a citizen that is shown in part. */
export const MASKED = '姓名号码已遮盖'

/** Whether what is shown of a field may hide a citizen's name or number: from some readers only. */
export const isMasked = (field: Field, text: string): boolean =>
  citizenIn(field) !== null && text.includes(MASK) && !mayBe({ identify: 'every' })
