import type { Hono } from 'hono'
import { DEFAULT_SETTINGS, readSettings, saveSettings } from '#shared/contract/settings.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'

export function settingsRoutes(app: Hono, { store }: DeskContext): void {
  serve(app, readSettings, async () => (await store.settings()) ?? DEFAULT_SETTINGS)

  serve(app, saveSettings, async ({ body }) => {
    await store.write((writer) => writer.saveSettings(body))
    return body
  })
}
