import { inject, type InjectionKey } from 'vue'
import type { FiguresSource } from '#shared/headlines/source-line.ts'

/** What the figures of a page come from; null while they are not there, or where no page says so. */
type Source = () => FiguresSource | null

export const FIGURES_SOURCE: InjectionKey<Source> = Symbol('the source of the figures')

export const useFiguresSource = (): Source => inject(FIGURES_SOURCE, () => null)
