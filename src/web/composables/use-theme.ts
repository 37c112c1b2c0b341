import { readonly, ref } from 'vue'

/** `auto` follows the machine. */
export type ThemeChoice = 'light' | 'dark' | 'auto'

const KEY = 'theme'
const night = window.matchMedia('(prefers-color-scheme: dark)')
const choice = ref<ThemeChoice>(kept())
/** What holds whatever is chosen: the wall is dark, paper is light. */
let forced: 'light' | 'dark' | null = null
const isDark = ref(isDarkFor(choice.value))

night.addEventListener('change', () => show(choice.value))

/** How the page is coloured on this machine: read from and kept in the browser, not on the desk. */
export function useTheme() {
  return {
    choice,
    isDark: readonly(isDark),
    choose(wanted: ThemeChoice): void {
      choice.value = wanted
      keep(wanted)
      show(wanted)
    },
  }
}

/** Keeps the page dark, or lets it follow the choice again. */
export function keepDark(isKept: boolean): void {
  forced = isKept ? 'dark' : null
  show(choice.value)
}

/** Makes the page light for paper, or lets it follow the choice again. */
export function keepLight(isKept: boolean): void {
  forced = isKept ? 'light' : null
  show(choice.value)
}

function show(wanted: ThemeChoice): void {
  isDark.value = isDarkFor(wanted)
  document.documentElement.dataset.theme = isDark.value ? 'dark' : 'light'
}

function isDarkFor(wanted: ThemeChoice): boolean {
  return forced ? forced === 'dark' : wanted === 'dark' || (wanted === 'auto' && night.matches)
}

// A browser may refuse to keep anything; the choice then lasts as long as the page.
function kept(): ThemeChoice {
  try {
    const found = localStorage.getItem(KEY)
    return found === 'light' || found === 'dark' ? found : 'auto'
  } catch {
    return 'auto'
  }
}

function keep(wanted: ThemeChoice): void {
  try {
    if (wanted === 'auto') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, wanted)
  } catch {
    /* nothing to keep it in */
  }
}
