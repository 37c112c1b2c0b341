import type { Hono } from 'hono'
import {
  DEFAULT_SETTINGS,
  readSettings,
  saveSettings,
  settingsFrom,
} from '#shared/contract/settings.ts'
import type { DeskContext } from '../app.ts'
import { settingWords } from '../journal/setting-words.ts'
import { serve } from '../serve.ts'

export function settingsRoutes(app: Hono, { store }: DeskContext): void {
  serve(app, readSettings, async () => (await store.settings()) ?? DEFAULT_SETTINGS)

  serve(app, saveSettings, ({ body, tell }) =>
    store.write(async (writer) => {
      const before = (await store.settings()) ?? DEFAULT_SETTINGS
      const settings = settingsFrom({ ...before, ...body })
      tell(settingWords(before, settings))
      await writer.saveSettings(settings)
      return settings
    }),
  )
}
