import { expect, it } from 'vitest'
import { passwordStrength } from '#shared/rights/password.ts'

const OF = { user: 'shama', name: '沙马阿依', centre: '峨边彝族自治县融媒体中心' }
const judged = (password: string, of = OF) => passwordStrength(password, { least: 10, of })

it.each([
  ['12345', '还差 5 个字符（至少 10 个）'],
  ['shama20241010', '不要包含用户名'],
  ['沙马阿依-20252', '不要用自己的姓名或中心的名称'],
  ['峨边2024abcd', '不要用自己的姓名或中心的名称'],
  ['aaaaaabbbbbb', '重复的字符太多'],
  ['abcdefghijkl', '不要用连续的数字、字母或相邻的键'],
  ['9876543210', '不要用连续的数字、字母或相邻的键'],
  ['1qaz2wsx3edc4rfv', '不要用连续的数字、字母或相邻的键'],
  ['Qwer!@#$asdf', '不要用连续的数字、字母或相邻的键'],
  ['13890817263', '不要用手机号或生日'],
  ['wang19870623', '不要用手机号或生日'],
  ['admin19870623', '不要用手机号或生日'],
  ['password2024', '太常见，最先被猜到'],
  ['woaini1314520x', '太常见，最先被猜到'],
])('%s is weak', (password, words) => {
  expect(judged(password)).toEqual({ strength: 'weak', words })
})

it('several words are good, however plain', () => {
  expect(judged('坝坝会 晒秋 春耕 红军').strength).toBe('fair')
  expect(judged('坝坝会 晒秋 春耕 红军 长征').strength).toBe('good')
  expect(judged('Xiaoliang-7').strength).toBe('good')
})

it('a short user name may stand in a long password by chance', () => {
  expect(judged('lan-tian-bai-yun', { ...OF, user: 'ba' }).strength).toBe('good')
  expect(judged('ba-tian-7x', { ...OF, user: 'ba-tian' })).toMatchObject({ strength: 'weak' })
})
