import type { InjectionKey } from 'vue'

/** Given to charts that stand on a slide: drawing alone, as large as its box has room for. */
export const ON_SLIDE: InjectionKey<true> = Symbol('on a slide')
