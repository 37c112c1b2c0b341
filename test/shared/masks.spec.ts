import { describe, expect, it } from 'vitest'
import { petitions } from '#shared/ledgers/petitions.ts'
import { alerts } from '#shared/ledgers/alerts.ts'
import { nameParts } from '#shared/citizen-names.ts'
import { decks } from '#shared/ledgers/decks.ts'
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

describe('names in a text', () => {
  it.each([
    // Safety first: a name that is a word too is hidden wherever it stands, inside others as well.
    ['大家高兴地走过和平路', ['高兴', '和平'], '大家高*地走过和*路'],
    ['王小明', ['王小', '小明'], '王**'],
    ['王　明和阿孜木呷', ['王明', '阿孜·木呷'], '王**和阿***'],
    ['Lao Wang 与 laowang88', ['LAO WANG', 'wang'], 'L******* 与 laowang88'],
    ['小明', ['王小明'], '小明'],
  ])('%s without %j is %s', (text, names, shown) => {
    expect(maskedText(text, names)).toBe(shown)
  })

  it.each([
    ['张三、李四（户主）等5人', ['张三', '李四']],
    ['网友王小明', ['网友王小明', '王小明']],
    ['欧阳锋和黄药师', ['欧阳锋', '黄药师']],
    ['李和平', ['李和平']],
    ['匿名', []],
    ['13812345678', []],
  ])('a cell that says %s names %j', (cell, names) => {
    expect(nameParts(cell).filter((name) => name !== cell || names.includes(name))).toEqual(names)
  })

  it('are looked for among tens of thousands as quickly as among a few', () => {
    const signs = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
    const many = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => a + b + c)))
    expect(many.length).toBeGreaterThan(30_000)
    const text = '张华金反映路面积水，多次来电要求处理。'.repeat(500)
    maskedText(text, many)
    const begun = performance.now()
    expect(maskedText(text, many).slice(0, 5)).toBe('张**反映')
    expect(performance.now() - begun).toBeLessThan(250)
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

  it('leave it in a text that names others whom its writer may see', () => {
    const two = { ...kept, content: '张三丰和张无忌来访' }
    const written = { content: '张三丰和张**又来访' }
    expect(withHidden(petitions, written, two, ['张无忌']).content).toBe('张三丰和张无忌又来访')
  })

  it('leave it in the words of a talk, slide by slide, and its ids alone', () => {
    const edits = (title: string) =>
      JSON.stringify({ order: ['张三丰'], words: { cover: { title, note: '请张三丰' } }, own: [] })
    const deck = { period: '2024', template: 'annual', edits: edits('张三丰的路灯') }
    const shown = maskedRow(decks, deck, ['张三丰'])
    expect(shown.edits).toBe(edits('张**的路灯').replace('请张三丰', '请张**'))
    const written = { ...shown, edits: String(shown.edits).replace('路灯', '新路灯') }
    expect(withHidden(decks, written, deck, ['张三丰']).edits).toBe(edits('张三丰的新路灯'))
  })

  it('and a name truly written anew is kept', () => {
    expect(withHidden(petitions, { petitioner: '李四' }, kept).petitioner).toBe('李四')
  })
})
