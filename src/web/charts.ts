/** The drawing library comes after the figures; a page may ask for it while it is still building. */
export const loadEChart = () => import('./components/charts/EChart.vue')

/** The cards below the figures of 总览, asked for while its figures are on their way. */
export const loadOverviewCharts = () => import('./components/overview/OverviewCharts.vue')
