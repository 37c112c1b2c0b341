import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createWebHashHistory, createWebHistory } from 'vue-router'
import { afterPaint } from './after-paint.ts'
import App from './App.vue'
import { deskRouter } from './router.ts'
import './theme/tokens.css'
import './theme/base.css'

// A site built for any folder knows no address of its own but what follows the #.
const isAnywhere = import.meta.env.BASE_URL === './'
const router = deskRouter(isAnywhere ? createWebHashHistory() : createWebHistory())

// What Ctrl+P needs comes once the page is there.
afterPaint(() => void import('./export/print.ts'))

createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 5_000, gcTime: 10 * 60_000 } })
  .use(router)
  .mount('#app')
