import type { Refusal } from '#shared/contract/imports.ts'

/** Hands over the list as a CSV for whoever mends the file; cells that look like formulas are disarmed. */
export function downloadRefusals(refusals: readonly Refusal[], name: string): void {
  const heads = ['文件', '表', '行', '列', '列名', '值', '原因', '怎么改', '代码']
  const rows = refusals.map((r) => [
    r.file,
    r.sheet,
    String(r.row),
    r.column,
    r.heading,
    r.value,
    r.why,
    r.fix,
    r.code,
  ])
  const text = [heads, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }))
  link.download = `${name}-问题清单.csv`
  link.click()
  URL.revokeObjectURL(link.href)
}

const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
