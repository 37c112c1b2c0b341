import { computed, type ComputedRef } from 'vue'
import { DARK, LIGHT, type ChartTheme } from '#charts/theme.ts'
import { useTheme } from './use-theme.ts'

/** The colours charts draw with now; they change with the page's. */
export function useChartTheme(): ComputedRef<ChartTheme> {
  const { isDark } = useTheme()
  return computed(() => (isDark.value ? DARK : LIGHT))
}
