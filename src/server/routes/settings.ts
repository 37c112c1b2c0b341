import type { Hono } from 'hono'
import {
  DEFAULT_SETTINGS,
  readSettings,
  saveSettings,
  settingsFrom,
} from '#shared/contract/settings.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'

export function settingsRoutes(app: Hono, { store }: DeskContext): void {
  serve(app, readSettings, async () => (await store.settings()) ?? DEFAULT_SETTINGS)

  serve(app, saveSettings, ({ body }) =>
    store.write(async (writer) => {
      const settings = settingsFrom({ ...((await store.settings()) ?? DEFAULT_SETTINGS), ...body })
      await writer.saveSettings(settings)
      return settings
    }),
  )
}
