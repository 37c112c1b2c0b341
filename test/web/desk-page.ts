import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { PiniaColada } from '@pinia/colada'
import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { createPinia } from 'pinia'
import { vi } from 'vitest'
import { createMemoryHistory, type Router } from 'vue-router'
import App from '#web/App.vue'
import { deskRouter } from '#web/router.ts'

export interface DeskPage {
  readonly page: VueWrapper
  readonly router: Router
  close(): Promise<void>
}

/** The whole page at an address, with the real router, stores and API; the network alone is stood in for. */
export async function openPage(
  address: string,
  handlers: readonly RequestHandler[],
  ready: string,
): Promise<DeskPage> {
  const network = setupServer(...handlers)
  network.listen({ onUnhandledFrame: 'error' })
  const router = deskRouter(createMemoryHistory())
  await router.push(address)
  const page = mount(App, {
    global: { plugins: [createPinia(), PiniaColada, router] },
    attachTo: document.body,
  })
  await waitFor(() => page.find(ready).exists())
  return {
    page,
    router,
    close: async () => {
      page.unmount()
      await flushPromises()
      network.close()
    },
  }
}

/** Waits until the page has become so; fails with what it shows instead. */
export async function waitFor(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error(`still: ${document.body.textContent.slice(0, 400)}`)
    },
    { timeout: 10_000, interval: 10 },
  )
  await flushPromises()
}
