import type { Row } from '#shared/ledgers/define.ts'
import { OTHER_STAFF, PEOPLE } from './lists.ts'

/** 人员编制: 16 of 事业编制 and one of 工勤 at the end of 2024, as the report says; days are invented. */
export function exampleStaffing(): Row[] {
  return [...PEOPLE, ...OTHER_STAFF].map(({ name, department, post }, n) => ({
    person: name,
    post,
    kind: post === '驾驶员' ? 'worker' : (LEFT[name]?.kind ?? 'public'),
    department,
    from: LEFT[name]?.from ?? `${2008 + (n % 15)}-0${1 + (n % 9)}-01`,
    to: LEFT[name]?.to ?? null,
  }))
}

const LEFT: Readonly<Record<string, { kind: string; from: string; to: string }>> = {
  职工癸: { kind: 'public', from: '2012-07-01', to: '2024-05-01' },
  职工子: { kind: 'contract', from: '2021-03-01', to: '2023-09-01' },
}
