import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount } from '#shared/amounts.ts'

describe('an amount that stands alone', () => {
  it.each([
    ['1246', '1246', '', 'exact'],
    ['1,246', '1246', '', 'exact'],
    ['１，２４６条', '1246', '条', 'exact'],
    ['0', '0', '', 'exact'],
    ['近200', '200', '', 'nearly'],
    ['约 12 万人次', '120000', '人次', 'about'],
    ['5.3万+', '53000', '', 'moreThan'],
    ['10万+次', '100000', '次', 'moreThan'],
    ['100余件', '100', '件', 'moreThan'],
    ['20多', '20', '', 'moreThan'],
    ['11万余人次', '110000', '人次', 'moreThan'],
    ['超3000', '3000', '', 'moreThan'],
    ['3000左右', '3000', '', 'about'],
    ['50次以上', '50', '次', 'atLeast'],
    ['约 200 左右', '200', '', 'about'],
    ['不少于3条', '3', '条', 'atLeast'],
    ['不超过10', '10', '', 'atMost'],
    ['426.45万元', '426.45', '万元', 'exact'],
    ['99.87%', '99.87', '%', 'exact'],
    ['1.2亿次', '120000000', '次', 'exact'],
    ['0.5', '0.5', '', 'exact'],
    ['7千', '7000', '', 'exact'],
    ['3百余条', '300', '条', 'moreThan'],
    ['近百条', '100', '条', 'nearly'],
    ['万余人次', '10000', '人次', 'moreThan'],
    ['约千', '1000', '', 'about'],
  ])('%s', (text, value, unit, qualifier) => {
    expect(readAmount(text)).toEqual({ value, unit, qualifier })
  })

  it.each([
    '',
    '条',
    '近',
    '约200余',
    '20多次以上',
    '3余百余条',
    '12 条 3 次',
    '1,24',
    '三百',
    '百',
    '万元',
    '1-5',
    '2024.10.1',
    '1e5',
    '+198',
  ])('is not “%s”: nothing is guessed', (text) => {
    expect(readAmount(text)).toBeNull()
  })

  it('is never made of digits that were not written, but for the one of a lone 百', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789,.百千万亿余多+近约条%元 左右') }),
        (text) => {
          const amount = readAmount(text)
          if (!amount) return
          const digits = text.replaceAll(/\D/g, '')
          const written = (digits === '' ? '1' : digits).replace(/^0+/, '')
          const read = amount.value.replaceAll(/\D/g, '').replace(/^0+/, '')
          expect(written.replace(/0+$/, '')).toBe(read.replace(/0+$/, ''))
        },
      ),
    )
  })
})
