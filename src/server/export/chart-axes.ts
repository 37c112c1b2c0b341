import { LIGHT } from '#charts/theme.ts'
import type { NativeChart } from '#reports/native/native.ts'
import { textLook, type ChartLook } from './chart-look.ts'
import { escaped } from './xml.ts'

/** The axes of categories and of values; values begin at zero unless one lies below. */
export function axes(chart: NativeChart, look: ChartLook): string {
  const { direction, format } = chart
  const isRows = direction === 'rows'
  const words = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${textLook('defRPr', look, { colour: LIGHT.ink2 })}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  const line = (colour: string) => `<a:ln w="9525">${look.fill(colour)}</a:ln>`
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
  return [
    `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="${isRows ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${isRows ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:tickLblPos val="low"/>`,
    `<c:spPr>${line(LIGHT.ink3)}</c:spPr>${words}<c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>${limits(chart)}</c:scaling><c:delete val="${isRows ? 1 : 0}"/>`,
    `<c:axPos val="${isRows ? 't' : 'l'}"/>${isRows ? '' : `<c:majorGridlines><c:spPr>${line(LIGHT.rule)}</c:spPr></c:majorGridlines>`}`,
    `<c:numFmt formatCode="${escaped(format.axis)}" sourceLinked="0"/>${ticks}<c:tickLblPos val="nextTo"/>`,
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${words}<c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${step(chart)}</c:valAx>`,
  ].join('')
}

const valuesOf = ({ series }: NativeChart): number[] =>
  series.flatMap(({ values }) => values.flatMap((value) => value ?? []))

/** Shares close to the whole end at 100%. */
function limits(chart: NativeChart): string {
  const values = valuesOf(chart)
  const highest = Math.max(0, ...values)
  const isShare = chart.format.axis.endsWith('%') && highest > 0.7 && highest <= 1
  const isBelow = values.some((value) => value < 0)
  return `${isShare ? '<c:max val="1"/>' : ''}${isBelow ? '' : '<c:min val="0"/>'}`
}

const step = (chart: NativeChart): string =>
  chart.isWhole && Math.max(0, ...valuesOf(chart)) <= 5 ? '<c:majorUnit val="1"/>' : ''
