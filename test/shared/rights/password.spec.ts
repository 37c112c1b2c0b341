import { expect, it } from 'vitest'
import { passwordStrength } from '#shared/rights/password.ts'

const judged = (password: string, user = 'shama') => passwordStrength(password, { least: 10, user })

it.each([
  ['12345', '还差 5 个字符（至少 10 个）'],
  ['shama20241010', '不要包含用户名'],
  ['aaaaaabbbbbb', '重复的字符太多'],
  ['password2024', '太常见，最先被猜到'],
  ['abcdefghijkl', '不要用连续的数字或字母'],
  ['9876543210', '不要用连续的数字或字母'],
])('%s is weak', (password, words) => {
  expect(judged(password)).toEqual({ strength: 'weak', words })
})

it('several words are good, however plain', () => {
  expect(judged('坝坝会 晒秋 春耕 红军').strength).toBe('fair')
  expect(judged('坝坝会 晒秋 春耕 红军 长征').strength).toBe('good')
  expect(judged('Xiaoliang-7').strength).toBe('good')
})
