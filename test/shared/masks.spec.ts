import { describe, expect, it } from 'vitest'
import { petitions } from '#shared/ledgers/petitions.ts'
import { alerts } from '#shared/ledgers/alerts.ts'
import { maskedName, maskedRow, maskedText, withHidden } from '#shared/masks.ts'

describe('numbers of citizens in a text', () => {
  it.each([
    ['反映人电话13812345678，请回访', '反映人电话138****5678，请回访'],
    ['138 1234 5678 或 139-8765-4321', '138 **** 5678 或 139-****-4321'],
    ['+86 13812345678', '+86 138****5678'],
    ['电话１３８１２３４５６７８', '电话１３８****５６７８'],
    ['身份证511132199003072316', '身份证511***********2316'],
    ['证号51113219900307231X。', '证号511***********231X。'],
    ['0833-5221234、(0833)5221234', '0833-***1234、(0833)***1234'],
    ['座机：5221234', '座机：***1234'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskedText(text)).toBe(shown)
  })

  it.each([
    '心连心12345热线',
    '工单号 20241113812345678901',
    '2024年3月5日，涉及426.45万元',
    '511132209913072316',
    '阅读 1362 次，转发 48 次',
  ])('%s holds none', (text) => {
    expect(maskedText(text)).toBe(text)
  })

  it('and names that a record names are hidden in its texts', () => {
    expect(maskedText('王小明反映噪音，王小明要求回复', ['王小明'])).toBe(
      '王**反映噪音，王**要求回复',
    )
  })
})

it('a cell that names a citizen shows a first sign and not how long the name is', () => {
  expect(maskedName('张三')).toBe('张**')
  expect(maskedName('欧阳娜娜')).toBe('欧**')
  expect(maskedName('13812345678')).toBe('138****5678')
  expect(maskedName('张三 13812345678')).toBe('张**')
  expect(maskedName('匿名')).toBe('匿名')
  expect(maskedName('李**')).toBe('李**')
})

const kept = {
  petitioner: '张三丰',
  content: '张三丰反映路灯不亮，电话13812345678',
  outcome: null,
  source: '来信',
}

it('a row names its petitioner in no text of its own', () => {
  expect(maskedRow(petitions, kept)).toEqual({
    petitioner: '张**',
    content: '张**反映路灯不亮，电话138****5678',
    outcome: null,
    source: '来信',
  })
})

it('what is derived from a text is derived from what is shown of it', () => {
  const title = '2024-11-05 13812345678 求助'
  expect(maskedRow(alerts, { title, matter: '2024110513812345678求助' })).toMatchObject({
    title: '2024-11-05 138****5678 求助',
    matter: '202411051385678求助',
  })
})

describe('masks that are written back', () => {
  it('leave what they hide', () => {
    expect(withHidden(petitions, maskedRow(petitions, kept), kept)).toEqual(kept)
  })

  it('leave it in a text that was changed around them', () => {
    const written = { content: '电话138****5678，张**说路灯仍不亮，另有139****0000' }
    expect(withHidden(petitions, { content: '张**说：电话138****5678已停机' }, kept).content).toBe(
      '张三丰说：电话13812345678已停机',
    )
    expect(withHidden(petitions, written, { ...kept, petitioner: null }).content).toBe(
      '电话13812345678，张**说路灯仍不亮，另有139****0000',
    )
  })

  it('and a name truly written anew is kept', () => {
    expect(withHidden(petitions, { petitioner: '李四' }, kept).petitioner).toBe('李四')
  })
})
