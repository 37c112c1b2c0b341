import { defineLedger } from './define.ts'
import { DUTY_SHIFTS, NIL_REPORTS } from './activity-words.ts'

/**
 * 值班台账: one row a shift, with who led, who was on duty and whether the nil report went out.
 * The fields follow what 重保期 asks for: 24 h 双人双岗, 领导带班, 零报告制度.
 */
export const duties = defineLedger({
  label: '值班台账',
  unit: '班',
  names: ['值班台账', '值班表', '值班安排', '值班记录', '重保期值班', '零报告'],
  fields: {
    day: {
      label: '值班日期',
      kind: 'day',
      required: true,
      isEachDay: true,
      headings: ['日期', '值班时间'],
    },
    shift: {
      label: '班次',
      kind: 'choice',
      options: DUTY_SHIFTS,
      required: true,
      headings: ['值班班次', '时段', '值班时段'],
    },
    leader: {
      label: '带班领导',
      kind: 'text',
      headings: ['领导带班', '带班', '带班人'],
    },
    staff: {
      label: '值班人员',
      kind: 'text',
      required: true,
      list: 'people',
      headings: ['值班人', '值班员', '在岗人员'],
    },
    nilReport: {
      label: '零报告',
      kind: 'choice',
      options: NIL_REPORTS,
      headings: ['零报告情况', '是否零报告', '报告情况'],
    },
    situation: {
      label: '值班情况',
      kind: 'longText',
      headings: ['情况记录', '当班情况', '异常情况', '交接情况'],
    },
  },
  key: ['day', 'shift', 'staff'],
  measures: {
    records: { label: '值班', on: 'day' },
    reported: { label: '已报零报告', on: 'day', when: { nilReport: ['sent'] } },
    answered: { label: '写明零报告的', on: 'day', when: { nilReport: 'present' }, cuts: [] },
  },
  cuts: [['shift']],
  columns: ['day', 'shift', 'leader', 'staff', 'nilReport', 'situation'],
})
