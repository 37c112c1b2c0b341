import { onScopeDispose, type ShallowRef } from 'vue'

/** Shuts a menu when one goes on elsewhere, or presses Esc in it. */
export function useMenu(menu: Readonly<ShallowRef<HTMLDetailsElement | null>>): void {
  const isIn = ({ target }: Event): boolean =>
    target instanceof Node && (menu.value?.contains(target) ?? false)
  const shut = (): void => menu.value?.removeAttribute('open')

  function point(event: Event): void {
    if (!isIn(event)) shut()
  }
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !isIn(event)) return
    shut()
    menu.value?.querySelector('summary')?.focus()
  }
  document.addEventListener('pointerdown', point)
  document.addEventListener('keydown', press)
  onScopeDispose(() => {
    document.removeEventListener('pointerdown', point)
    document.removeEventListener('keydown', press)
  })
}
