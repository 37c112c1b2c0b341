import { expect, it } from 'vitest'
import { readChecks } from '#shared/contract/checks.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

const COPIED = '稿件审核人手不足，个别栏目更新不及时。'

type Text = readonly [period: string, document: string, text: string, carried?: string]

/** What is found of the same words in reports, over a period. */
async function found(texts: readonly Text[], period = '2024') {
  const desk = testDesk()
  await desk.context.store.write(async (writer) => {
    const said = { kind: 'entry', title: '', why: '', by: '', files: [], notes: [] } as const
    await writer.openBatch({ id: 'b', at: '2024-11-01T00:00:00.000Z', ...said })
    const rows = texts.map(([of, document, text, carried = null]) => ({
      period: of,
      document,
      slot: 'problems',
      text,
      carried,
    }))
    await writer.put('reportTexts', rows, 'b')
  })
  const { findings } = await ask(desk, readChecks, `/boards/checks?p=${period}`)
  return findings.filter(({ check }) => check === 'sameText')
}

it('a paragraph that stands in the reports of two months is found in both, and leads to each', async () => {
  const both = await found([
    ['2024-09', 'monthly', `本月三件事。\n${COPIED}`],
    ['2024-10', 'monthly', COPIED],
  ])
  expect(both.map(({ what }) => what)).toEqual([
    '2024年10月工作报告（编委会）的“稿件审核人手不足，个别栏目更新不及时。……”与2024年9月工作报告（编委会）里的一段逐字相同',
    '2024年9月工作报告（编委会）的“稿件审核人手不足，个别栏目更新不及时。……”与2024年10月工作报告（编委会）里的一段逐字相同',
  ])
  expect(both.map(({ place }) => place)).toEqual([
    { kind: 'document', document: 'monthly', period: '2024-10' },
    { kind: 'document', document: 'monthly', period: '2024-09' },
  ])
})

it('a month is told of its own report alone', async () => {
  const texts: Text[] = [
    ['2024-09', 'monthly', COPIED],
    ['2024-10', 'monthly', COPIED],
  ]
  expect((await found(texts, '2024-10')).map(({ at }) => at)).toEqual(['2024-10'])
})

it('what is said to be taken over, another year’s and what is short is not found', async () => {
  const rests: Text[] = [
    ['2024-10', 'monthly', COPIED, '2024-09'],
    ['2023-10', 'monthly', COPIED],
    ['2024-08', 'monthly', '无。'],
    ['2024-07', 'monthly', '无。'],
  ]
  expect(await found([['2024-09', 'monthly', COPIED], ...rests])).toEqual([])
})
