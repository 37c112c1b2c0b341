import type { Block } from '#shared/contract/documents.ts'
import { yearOf } from '#shared/time/period.ts'
import type { ReportFigures } from '../pages.ts'
import type { DocumentSpec, Written } from './define.ts'
import { orMissing, projectsOf, type Project } from './projects.ts'
import { heading, paragraph, quiet, text } from './write.ts'

const BREAK: Block = { kind: 'break' }

type Form = Pick<Written, 'blocks' | 'slots'>

/** A document of one form a project, each on a sheet of its own. */
export function formDocument(
  { title, number }: { readonly title: string; readonly number: string },
  formOf: (project: Project, figures: ReportFigures) => Form,
): DocumentSpec {
  return {
    isLandscape: true,
    write(figures) {
      const projects = projectsOf(figures.pages.own.budget)
      const forms = projects.map((project) => formOf(project, figures))
      const year = `${yearOf(figures.period)}年度`
      const sheets = forms.map(({ blocks }): Block[] => [
        heading(1, `${title}（${year}）`),
        ...quiet(number),
        ...blocks,
      ])
      return {
        title: `${year}${title}`,
        subtitle: '',
        blocks:
          sheets.length === 0
            ? paragraph(...text('本年没有登记项目的预算和绩效指标。'))
            : sheets.flatMap((blocks, n) => (n === 0 ? blocks : [BREAK, ...blocks])),
        slots: forms.flatMap(({ slots }) => slots),
      }
    },
  }
}

/** How each score comes about and what proves it, below the form: the form has no column for it. */
export function evidenceWords({ sheet, name }: Project): string {
  if (!sheet) return ''
  const other = sheet.project === name ? '' : `绩效指标台账里项目写作“${sheet.project}”。`
  const rows = sheet.rows.filter(({ isDropped }) => !isDropped)
  const lines = rows.map(
    (row) => `${row.name}：${row.working || '未评'}；佐证：${orMissing(row.evidence)}`,
  )
  return `${other}得分依据——${lines.join('。')}。`
}
