import { expect, it } from 'vitest'
import { chartSvg } from '#charts/echarts.ts'

const svg = chartSvg(
  {
    animation: false,
    xAxis: { type: 'category', data: ['<人民网> & "新华社"'] },
    yAxis: { type: 'value' },
    series: [{ type: 'bar', data: [5] }],
  },
  400,
  200,
)

it('a drawing is a file of its own: names are escaped', () => {
  expect(svg).toContain('>&lt;人民网&gt; &amp; &quot;新华社&quot;</text>')
})

it('a drawing is well formed: attributes end where they should', () => {
  const tags = svg.match(/<[a-z/][^>]*>/gi) ?? []
  const wellFormed = /^<\/?[a-z]+( ?[\w:-]+="[^"]*")*[ /]*>$/i
  expect(tags.filter((tag) => !wellFormed.test(tag.replaceAll(/\s+/g, ' ')))).toEqual([])
})
