/** The drawing library comes after the figures; a page may ask for it while it is still building. */
export const loadEChart = () => import('./components/EChart.vue')
