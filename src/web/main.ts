import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createWebHistory } from 'vue-router'
import App from './App.vue'
import { deskRouter } from './router.ts'
import './theme/tokens.css'
import './theme/base.css'

const router = deskRouter(createWebHistory(import.meta.env.BASE_URL))

createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 5_000, gcTime: 10 * 60_000 } })
  .use(router)
  .mount('#app')
