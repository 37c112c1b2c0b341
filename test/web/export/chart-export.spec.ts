import { afterEach, describe, expect, it, vi } from 'vitest'
import { chartCsv, copyPng, standaloneSvg } from '#web/export/chart-export.ts'

const draw = (inner: string): SVGSVGElement => {
  document.body.innerHTML = `<svg width="300" height="100" role="img" tabindex="0">${inner}</svg>`
  const drawing = document.querySelector('svg')
  if (!drawing) throw new Error('no drawing')
  return drawing
}

afterEach(() => {
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('a drawing that leaves the page', () => {
  it('carries its title, its subtitle and the ground it stood on', () => {
    const svg = standaloneSvg(draw('<rect width="10" height="10"/>'), {
      title: '采用 <1,044> 条',
      subtitle: '2024年各月，条',
      footnotes: ['口径：采用的条数。', '中心 · 2024年10月 第2稿'],
    })
    expect(svg).toContain('>口径：采用的条数。</text>')
    expect(svg).toContain('>中心 · 2024年10月 第2稿</text>')
    expect(svg).toContain('<title>采用 &lt;1,044> 条</title>')
    expect(svg).toContain('>采用 &lt;1,044> 条</text>')
    expect(svg).toContain('>2024年各月，条</text>')
    expect(svg).toContain('width="340"')
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
    expect(parsed.querySelectorAll('svg > text')).toHaveLength(4)
  })

  it('has its looks written into it instead of class names', () => {
    document.head.innerHTML = '<style>.bar { fill: rgb(1, 2, 3); }</style>'
    const svg = standaloneSvg(draw('<rect class="bar" width="10" height="10"/>'), {
      title: '题',
      subtitle: '注',
    })
    expect(svg).toMatch(/style="[^"]*fill:\s?rgb\(1, 2, 3\)/)
    expect(svg).not.toContain('class=')
  })

  it('leaves what belongs to the page behind', () => {
    const svg = standaloneSvg(draw('<rect data-page-only="" id="outline"/>'), {
      title: '题',
      subtitle: '注',
    })
    expect(svg).not.toContain('outline')
    expect(svg).not.toContain('tabindex')
  })

  it('names each colour of the legend', () => {
    const svg = standaloneSvg(draw(''), {
      title: '题',
      subtitle: '注',
      legend: [
        { label: '省级', colour: '#c4543a' },
        { label: '上年同月', colour: '#1e1b19', shape: 'line' },
      ],
    })
    expect(svg).toContain('fill="#c4543a"')
    expect(svg).toContain('>省级</text>')
    expect(svg).toContain('stroke-dasharray="4 2"')
  })

  it('breaks a title that is wider than the drawing', () => {
    const title = '一二三四五六七八九十'.repeat(3)
    const svg = standaloneSvg(draw(''), { title, subtitle: '' })
    // 300 px hold 18 signs of 16 px.
    expect(svg).toContain(`>${title.slice(0, 18)}</text>`)
    expect(svg).toContain(`>${title.slice(18)}</text>`)
  })
})

describe('the clipboard', () => {
  const png = Promise.resolve(new Blob())

  it('refuses where the browser knows no pictures on it', async () => {
    vi.stubGlobal('ClipboardItem', undefined)
    expect(await copyPng(png)).toBe(false)
  })

  it('refuses when the browser does', async () => {
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('ClipboardItem', class {})
    vi.stubGlobal('navigator', { clipboard: { write: () => Promise.reject(new Error('no')) } })
    expect(await copyPng(png)).toBe(false)
  })
})

it('the CSV of a chart opens in a spreadsheet with numbers as numbers', () => {
  const table = {
    columns: ['月份', '发布', '同比'],
    rows: [
      ['1月', '1,044', '84.6%'],
      ['2月', '—', '-3'],
    ],
  }
  const words = { title: '10月最多', subtitle: '条', footnotes: ['口径：条数', '中心 · 第2稿'] }
  expect(chartCsv(table, words)).toBe(
    '\uFEFF月份,发布,同比\r\n1月,1044,84.6%\r\n2月,—,-3\r\n' +
      '\r\n10月最多\r\n条\r\n口径：条数\r\n中心 · 第2稿\r\n',
  )
})
