/** What the grid is asked to do beside moving. */
export type Command = 'edit' | 'clear' | 'fill' | 'all' | 'undo' | 'redo' | 'save' | 'open'

interface Key {
  readonly id: Command
  readonly key: string
  /** Ctrl, or ⌘ on a Mac. */
  readonly isWithCtrl?: boolean
  /** Either way where it is not said. */
  readonly isWithShift?: boolean
  /** Told in the help; a second key of a command is not. */
  readonly words?: string
}

/** Which key asks for what, in the order of the help. */
export const COMMANDS: readonly Key[] = [
  { id: 'edit', key: 'F2', words: '改这一格；直接打字是重写，Esc 不改' },
  { id: 'clear', key: 'Delete', words: '清空选的格子' },
  { id: 'clear', key: 'Backspace' },
  {
    id: 'fill',
    key: 'd',
    isWithCtrl: true,
    words: '向下填充：填成选区第一行；只选一行时填上一行的',
  },
  { id: 'all', key: 'a', isWithCtrl: true, words: '全选' },
  { id: 'undo', key: 'z', isWithCtrl: true, isWithShift: false, words: '撤销上一步' },
  { id: 'redo', key: 'y', isWithCtrl: true, words: '重做' },
  { id: 'redo', key: 'z', isWithCtrl: true, isWithShift: true },
  { id: 'save', key: 's', isWithCtrl: true, words: '保存新行和没保存的格子' },
  { id: 'open', key: 'Enter', isWithCtrl: true, words: '打开这条记录' },
]

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** What a key pressed outside an open cell asks of the grid; null where it means nothing. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey }: Pressed): Command | null {
  const found = COMMANDS.find(
    (each) =>
      each.key.toLowerCase() === key.toLowerCase() &&
      (each.isWithCtrl ?? false) === (ctrlKey || metaKey) &&
      (each.isWithShift ?? shiftKey) === shiftKey,
  )
  return found?.id ?? null
}
