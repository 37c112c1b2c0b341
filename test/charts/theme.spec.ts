import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { DARK, LIGHT } from '#charts/theme.ts'

const css = readFileSync(path.join(import.meta.dirname, '../../src/web/theme/tokens.css'), 'utf8')
const token = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(css)?.[1]
const night = css.slice(css.indexOf("[data-theme='dark']"))
const darkToken = (name: string) => new RegExp(`--${name}: (#\\w+);`).exec(night)?.[1]

it('charts draw with the colours of the page', () => {
  const { ink, ink2, ink3, rule, surface, codes, parts } = LIGHT
  expect({ ink, ink2, ink3, rule, surface, brand: parts[0] }).toEqual({
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    rule: token('rule'),
    surface: token('surface'),
    brand: token('brand'),
  })
  expect(codes).toEqual({
    national: token('level-national'),
    provincial: token('level-provincial'),
    municipal: token('level-municipal'),
    red: token('alert-red'),
    orange: token('alert-orange'),
    yellow: token('alert-yellow'),
    blue: token('alert-blue'),
  })
})

it('alerts have the same colours by day and by night', () => {
  const { red, orange, yellow, blue } = LIGHT.codes
  expect(DARK.codes).toMatchObject({ red, orange, yellow, blue })
  expect(Object.keys(DARK.codes)).toEqual(Object.keys(LIGHT.codes))
  expect(DARK.parts).toHaveLength(LIGHT.parts.length)
})

it('marks have the colours of the page, by day and by night', () => {
  const of = ({ note, band }: typeof LIGHT) => [note, band]
  expect(of(LIGHT)).toEqual([token('note-mark'), token('waiting-bg')])
  expect(of(DARK)).toEqual([darkToken('note-mark'), darkToken('waiting-bg')])
})

it('by night charts draw with the colours of the page too', () => {
  const { ink, ink2, ink3, rule, surface, parts } = DARK
  expect([ink, ink2, ink3, rule, surface, parts[0]]).toEqual(
    ['ink', 'ink-2', 'ink-3', 'rule', 'surface', 'chart'].map(darkToken),
  )
})
