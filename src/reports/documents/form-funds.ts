import type { BudgetLine } from '#shared/contract/budget.ts'
import type { FigureRun } from '#shared/contract/documents.ts'
import { rateText } from '#shared/headlines/budget.ts'
import { fenToWan } from '#shared/money.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { lineFigure } from './budget.ts'
import { MISSING, type Project } from './projects.ts'

/** One row of a form's funds: 年初预算, 全年（调整后）预算, 执行数, in 万元 to the 分. */
export interface FundRow {
  readonly label: string
  readonly cells: readonly (string | FigureRun)[]
}

const wan = (amount: number | null): string => (amount === null ? MISSING : fenToWan(amount))

/**
 * The funds of a project. What was paid of each source is known only where one source pays all;
 * elsewhere it is said to be unregistered rather than split.
 */
export function fundsOf({ line, form }: Project, period: Period) {
  const amount = (metric: MetricId, value: number | null): string | FigureRun =>
    line && value !== null ? lineFigure(metric, line, period, wan(value)) : MISSING
  const total = line?.available ?? null
  const isFiscalAlone = form !== null && form.fiscal !== null && !form.otherFunds
  const initialFiscal = isFiscalAlone && line?.adjusted === null ? form.fiscal : null
  return {
    total: {
      label: '年度资金总额',
      cells: [
        amount('budget', line?.initial ?? null),
        amount('budget', total),
        amount('paid', paidOf(line)),
      ],
    },
    fiscal: {
      label: '其中：本年财政拨款',
      cells: [
        wan(initialFiscal),
        wan(form?.fiscal ?? null),
        isFiscalAlone ? amount('paidOfYear', line?.paidOfYear ?? null) : MISSING,
      ],
    },
    carried: {
      label: '上年结转资金',
      cells: [
        MISSING,
        amount('budget', line?.carriedOver ?? null),
        amount('paidCarried', line?.paidCarried ?? null),
      ],
    },
    other: {
      label: '其他资金',
      cells: [MISSING, wan(form?.otherFunds ?? null), form?.otherFunds === 0 ? wan(0) : MISSING],
    },
  } satisfies Record<string, FundRow>
}

/** Both pots, as 全年执行数 of the forms means. */
function paidOf(line: BudgetLine | null): number | null {
  if (!line || line.paidOfYear === null || line.paidCarried === null) return null
  return line.paidOfYear + line.paidCarried
}

/** 全年执行数 ÷ 全年预算数, carried over money on both sides. */
export function executedRate(line: BudgetLine | null): string {
  const paid = paidOf(line)
  return line?.available && paid !== null ? rateText(paid / line.available) : MISSING
}
