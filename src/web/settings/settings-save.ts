import { useMutation, useQueryCache } from '@pinia/colada'
import { computed, inject, onBeforeUnmount, provide, ref, type InjectionKey, type Ref } from 'vue'
import { saveSettings, type Settings } from '#shared/contract/settings.ts'
import { call } from '../api/client.ts'
import { refresh } from '../queries/refresh.ts'
import type { SettingsPart } from './settings-parts.ts'

/** How the last saving went; each card tells only of its own. */
interface SettingsSave {
  readonly isBusy: Ref<boolean>
  readonly isDone: Ref<boolean>
  readonly error: Ref<Error | null>
  /** The card that was saved last. */
  readonly card: Ref<SettingsPart | null>
  readonly retry: () => void
  /** Has a card asked, while it stands, whether it holds what is not saved. */
  readonly ask: (card: SettingsPart, isChanged: () => boolean) => void
}

const SETTINGS_SAVE: InjectionKey<SettingsSave> = Symbol('settings save')

interface SettingsKeeper {
  /** Saves the parts of the settings a card holds; what others hold stays as it is kept. */
  readonly keep: (card: SettingsPart, change: Partial<Settings>) => void
  /** Cards that hold what is not saved. */
  readonly unsaved: () => SettingsPart[]
}

/** Stands on the page of the settings, above its cards. */
export function provideSettingsSave(): SettingsKeeper {
  const cache = useQueryCache()
  const { mutate, reset, isLoading, status, error } = useMutation({
    mutation: (change: Partial<Settings>) => call(saveSettings, { body: change }),
    onSuccess: () => refresh(cache),
  })
  const card = ref<SettingsPart | null>(null)
  const isDone = computed(() => status.value === 'success')
  let last: Partial<Settings> = {}
  const asked = new Map<SettingsPart, () => boolean>()
  provide(SETTINGS_SAVE, {
    isBusy: isLoading,
    isDone,
    error,
    card,
    retry: () => mutate(last),
    ask(id, isChanged) {
      asked.set(id, isChanged)
      onBeforeUnmount(() => {
        if (asked.get(id) === isChanged) asked.delete(id)
      })
    },
  })
  return {
    keep(id, change) {
      reset()
      card.value = id
      last = change
      mutate(change)
    },
    unsaved() {
      const isOnItsWay = (id: SettingsPart): boolean => isLoading.value && card.value === id
      return [...asked].flatMap(([id, isChanged]) => (!isOnItsWay(id) && isChanged() ? [id] : []))
    },
  }
}

/** What a card of the settings shows of its saving. Throws outside the page of the settings. */
export function useSettingsSave(): SettingsSave {
  const save = inject(SETTINGS_SAVE)
  if (!save) throw new Error('a card of the settings stands on their page')
  return save
}
