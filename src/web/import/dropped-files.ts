import { shallowRef } from 'vue'

/** Files dropped on another page, on their way to the import page, which takes and empties it. */
export const droppedFiles = shallowRef<readonly File[]>([])
