import type { DocumentKind } from '#shared/contract/documents.ts'
import { annual } from './annual.ts'
import { brief } from './brief.ts'
import type { DocumentSpec } from './define.ts'
import { monthly } from './monthly.ts'
import { nationalForm } from './national-form.ts'
import { sichuanForm } from './sichuan-form.ts'

/** How every report is written; ids are kept with the texts and never renamed. */
export const SPECS: Readonly<Record<DocumentKind, DocumentSpec>> = {
  monthly,
  annual,
  nationalForm,
  sichuanForm,
  brief,
}
