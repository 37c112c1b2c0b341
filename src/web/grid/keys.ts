/** What the grid is asked to do beside moving. */
export type Command =
  | 'edit'
  | 'clear'
  | 'fill'
  | 'all'
  | 'undo'
  | 'redo'
  | 'save'
  | 'open'
  | 'find'
  | 'replace'
  | 'keys'

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
    key: 'D',
    isWithCtrl: true,
    words: '向下填充：填成选区第一行；只选一行时填上一行的',
  },
  { id: 'all', key: 'A', isWithCtrl: true, words: '全选' },
  { id: 'undo', key: 'Z', isWithCtrl: true, isWithShift: false, words: '撤销上一步' },
  { id: 'redo', key: 'Y', isWithCtrl: true, words: '重做' },
  { id: 'redo', key: 'Z', isWithCtrl: true, isWithShift: true },
  { id: 'save', key: 'S', isWithCtrl: true, words: '保存新行和没保存的格子' },
  { id: 'open', key: 'Enter', isWithCtrl: true, words: '打开这条记录' },
  { id: 'find', key: 'F', isWithCtrl: true, words: '到“查找文字”，列表只留含有它的' },
  { id: 'replace', key: 'H', isWithCtrl: true, words: '查找替换，写入前逐条核对' },
  { id: 'keys', key: '/', isWithCtrl: true, words: '看这张表' },
]

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** Keys that move or belong to the browser, told beside the commands. */
const OTHERS: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ['方向键', 'Tab', 'Enter'], words: '移动；Tab 到行尾再按离开表格' },
  { keys: ['Ctrl+方向键', 'Home', 'End', 'PageUp', 'PageDown'], words: '到头、到尾、翻一屏' },
  { keys: ['Shift+方向键', '拖动', 'Shift+点击'], words: '选多格；表格下面写计数、求和、平均' },
  {
    keys: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'],
    words: '复制、剪切、粘贴；与 Excel、WPS 互相可用，粘贴多格先核对',
  },
  { keys: ['Shift+空格'], words: '勾选这一行，再一起改或删除' },
]

/** All keys with what they do, those of one command together. */
export const KEY_HELP: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  ...OTHERS,
  ...COMMANDS.flatMap(({ id, words }) =>
    words === undefined
      ? []
      : [{ keys: COMMANDS.filter((each) => each.id === id).map(shown), words }],
  ),
]

function shown({ key, isWithCtrl, isWithShift }: Key): string {
  return [...(isWithCtrl ? ['Ctrl'] : []), ...(isWithShift ? ['Shift'] : []), key].join('+')
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
