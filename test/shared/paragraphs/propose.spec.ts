import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumGaps } from '#shared/paragraphs/sums.ts'
import { understand } from '#shared/paragraphs/propose.ts'
import { monthPeriod, yearPeriod } from '#shared/time/period.ts'

const known = {
  lists: new Map([
    [
      'platforms',
      new Map([
        ['爱峨边', '爱峨边'],
        ['APP', '爱峨边'],
        ['峨边在线', '峨边在线'],
        ['微信公众号', '峨边在线'],
      ]),
    ],
    ['outlets', new Map([['人民日报', '人民日报']])],
    ['people', new Map([['张三', '张三']])],
  ]),
  levels: new Map([['州级', 'municipal']]),
}
const read = (text: string, chosen = yearPeriod(2024)) => understand(text, chosen, known)
/** `[metric or metric·part, value unit, qualifier, period]`, growth with a sign. */
const told = (text: string, chosen = yearPeriod(2024)) =>
  read(text, chosen).proposals.map(({ metric, part, amount, period, isGrowth }) => [
    `${metric}${part ? `·${part.value}` : ''}${isGrowth ? ' growth' : ''}`,
    `${amount.value}${amount.unit}`,
    amount.qualifier,
    period.key,
  ])
const left = (text: string) => read(text).leftovers.map(({ wording, why }) => [wording, why])

describe('the paragraphs of the 2024 report', () => {
  it('publishing', () => {
    expect(told('全年内宣发布图文信息7798条、视频信息987条。')).toEqual([
      ['publishedText', '7798条', 'exact', '2024'],
      ['publishedVideo', '987条', 'exact', '2024'],
    ])
  })

  it('adoption: a total, its levels and the growth', () => {
    const text =
      '2024年，被中省市级主流媒体采用1246条，其中国家级166条、省级476条、市级603条，同比增加198条。'
    expect(told(text)).toEqual([
      ['adopted', '1246条', 'exact', '2024'],
      ['adoptedNational', '166条', 'exact', '2024'],
      ['adoptedProvincial', '476条', 'exact', '2024'],
      ['adoptedMunicipal', '603条', 'exact', '2024'],
      ['adopted growth', '198条', 'exact', '2024'],
    ])
    expect(read(text).leftovers).toEqual([])
  })

  it('sentiment', () => {
    expect(told('监测舆情信息70838条，预警1362条，转发48条、推送42条。')).toEqual([
      ['monitored', '70838条', 'exact', '2024'],
      ['alerted', '1362条', 'exact', '2024'],
      ['forwarded', '48条', 'exact', '2024'],
      ['pushed', '42条', 'exact', '2024'],
    ])
  })

  it('petitions: sources that no list knows are left over', () => {
    const text = '办理信访件8件，其中心连心反馈问题7件，海棠社区“民意上传”1件。'
    expect(told(text)).toEqual([['petitionsReceived', '8件', 'exact', '2024']])
    expect(left(text)).toEqual([
      ['7件', '认不出是哪一项指标'],
      ['1件', '认不出是哪一项指标'],
    ])
  })

  it('safety', () => {
    expect(told('开展消防设备、安全播出等检查64次，处理技术故障7次。')).toEqual([
      ['checked', '64次', 'exact', '2024'],
      ['faulted', '7次', 'exact', '2024'],
    ])
  })

  it('money, with what belongs to no figure left over', () => {
    const text = '财政拨款预算收入426.45万元，其中基本支出361.25万元、项目支出65.2万元。'
    expect(told(text)).toEqual([['budget', '426.45万元', 'exact', '2024']])
    expect(left(text).map(([wording]) => wording)).toEqual(['361.25万元', '65.2万元'])
  })

  it('approximate numbers keep how exact they are', () => {
    expect(told('县庆直播，直播观看11万余人次。')).toEqual([
      ['liveViewers', '110000人次', 'moreThan', '2024'],
    ])
    expect(left('推出老旧峨边照片140余期。')).toEqual([['140余期', '认不出是哪一项指标']])
  })

  it('a campaign is less than the whole', () => {
    expect(told('发布县庆图文信息394条、县庆短视频100余条，开设县庆专栏4个。')).toEqual([])
    expect(left('发布县庆图文信息394条、县庆短视频100余条。')).toEqual([
      ['394条', '前面的“县庆”限定了“图文信息”，没有猜'],
      ['100余条', '前面的“县庆短”限定了“视频”，没有猜'],
    ])
  })

  it('meetings: kinds by their own name, what is one of several kinds left over', () => {
    const text = '召开编委会20余次，理论学习中心组学习6次，专题党课3次，主任办公会、职工会25次。'
    expect(told(text)).toEqual([
      ['meetings·editorial', '20次', 'moreThan', '2024'],
      ['meetings·study', '6次', 'exact', '2024'],
    ])
    expect(left(text).map(([wording]) => wording)).toEqual(['3次', '25次'])
  })
})

describe('the same figure at another time', () => {
  it('stands in brackets or behind a comma, with only its time said', () => {
    const both = [
      ['adopted', '1246条', 'exact', '2024'],
      ['adopted', '1048条', 'exact', '2023'],
    ]
    expect(told('上级采用1246条（上年同期1048条）。')).toEqual(both)
    expect(told('上级采用1246条，上年同期1048条。')).toEqual(both)
    expect(told('上级采用1246条（2023年1048条）。')).toEqual(both)
    expect(told('发布图文7798条（上年同期7000条）、视频987条（上年同期900余条）。')).toEqual([
      ['publishedText', '7798条', 'exact', '2024'],
      ['publishedText', '7000条', 'exact', '2023'],
      ['publishedVideo', '987条', 'exact', '2024'],
      ['publishedVideo', '900条', 'moreThan', '2023'],
    ])
  })

  it('is what the growth behind it is over, and never a growth itself', () => {
    const three = [
      ['adopted', '1246条', 'exact', '2024'],
      ['adopted', '1048条', 'exact', '2023'],
      ['adopted growth', '198条', 'exact', '2024'],
    ]
    expect(told('上级采用1246条，较上年同期1048条增加198条。')).toEqual(three)
    expect(told('上级采用1246条，比上年同期的1048条增加198条。')).toEqual(three)
    expect(told('上级采用1246条（2023年1048条，增加198条）。')).toEqual(three)
    expect(left('较上年同期1048条增加198条。')[0]).toEqual([
      '1048条',
      '说的是与哪个数比，分不清是哪一项指标',
    ])
  })

  it('ends with its bracket, and is of no other unit', () => {
    expect(told('上级采用1246条（2023年1048条），其中国家级166条。').at(-1)).toEqual([
      'adoptedNational',
      '166条',
      'exact',
      '2024',
    ])
    expect(left('上级采用1246条（上年同期12次）。')).toEqual([['12次', '认不出是哪一项指标']])
  })
})

describe('a paragraph', () => {
  it('says of which time it speaks, up to the next time named', () => {
    expect(told('10月，上级采用150条；1—10月上级采用1,030条。上半年上级采用近600条。')).toEqual([
      ['adopted', '150条', 'exact', '2024-10'],
      ['adopted', '1030条', 'exact', '2024-01-01..2024-10-31'],
      ['adopted', '600条', 'nearly', '2024-H1'],
    ])
  })

  it('names platforms by their 又名 and levels by the local word', () => {
    expect(
      told('本月发布信息320条，其中微信公众号120条、APP200条。', monthPeriod('2024-10')),
    ).toEqual([
      ['published', '320条', 'exact', '2024-10'],
      ['published·峨边在线', '120条', 'exact', '2024-10'],
      ['published·爱峨边', '200条', 'exact', '2024-10'],
    ])
    expect(told('上级采用20条，其中州级12条。')).toEqual([
      ['adopted', '20条', 'exact', '2024'],
      ['adoptedMunicipal', '12条', 'exact', '2024'],
    ])
  })

  it('reads full-width digits and thousands', () => {
    expect(told('监测信息７０，８３８条')).toEqual([])
    expect(told('监测信息７０８３８条，预警１，３６２条')).toEqual([
      ['monitored', '70838条', 'exact', '2024'],
    ])
    expect(told('监测信息70,838条')).toEqual([['monitored', '70838条', 'exact', '2024']])
  })

  it('takes growth over the year before with its sign, and no rate of growth as a count', () => {
    expect(told('上级采用1246条，比上年减少12条。')).toEqual([
      ['adopted', '1246条', 'exact', '2024'],
      ['adopted growth', '-12条', 'exact', '2024'],
    ])
    expect(left('上级采用1246条，同比增长18.9%。')).toEqual([
      ['18.9%', '增减的幅度不作填报数，由运行台按两期的数算'],
    ])
    expect(left('上级采用150条，环比增加34条。')).toEqual([['34条', '与上期比的增减不作填报数']])
  })

  it('takes no plan, no missing and no shared number for a figure', () => {
    expect(left('计划上级采用1200条。')).toEqual([['1200条', '说的是计划、要求或没有做的']])
    expect(left('转发、推送分别48条、42条。')[0]).toEqual([
      '48条',
      '几个数共用一句话，分不清各是哪一个',
    ])
    expect(left('检查发现问题并督促整改5次。')).toEqual([
      ['5次', '“检查”与数字之间还有“发现问题并督促整改”，没有猜'],
    ])
    expect(left('上级采用48次。')).toEqual([['48次', '单位“次”与“上级采用”的单位不同']])
    expect(left('全县共有120个行政村。')).toEqual([['120个', '认不出是哪一项指标']])
    expect(left('上级采用近200余条')).toEqual([['近200余条', '前后的约数说法对不上']])
  })

  it('passes dates, ordinals and names with digits', () => {
    const { passed, proposals, leftovers } = read(
      '2024年10月31日，自治县成立40周年，第3次会议，CCTV-13',
    )
    expect(passed.map(({ wording }) => wording)).toEqual(['2024', '10', '31', '40', '3次', '13'])
    expect([proposals, leftovers]).toEqual([[], []])
  })

  it('says nothing of a mean, of one item or of what a figure came to', () => {
    const why = '说的是平均数或单项的数，不是合计'
    expect(left('日均上级采用3条。')).toEqual([['3条', why]])
    expect(left('上级采用平均每月103条。')).toEqual([['103条', why]])
    expect(left('发布信息3条/天。')).toEqual([['3条', why]])
    expect(left('上级采用由1048条增加到1246条')[1]).toEqual(['1246条', '说的是增减到多少，没有猜'])
  })

  it('a platform, an outlet, a level before the name makes it a part of its whole', () => {
    expect(told('全中心共发布稿件近860条。')).toEqual([['published', '860条', 'nearly', '2024']])
    expect(told('微信公众号发布信息120条。')).toEqual([
      ['published·峨边在线', '120条', 'exact', '2024'],
    ])
    expect(told('微信公众号发布120条、APP发布200条。')).toEqual([
      ['published·峨边在线', '120条', 'exact', '2024'],
      ['published·爱峨边', '200条', 'exact', '2024'],
    ])
    expect(told('人民日报采用5条，国家级媒体采用24条')).toEqual([
      ['adopted·人民日报', '5条', 'exact', '2024'],
      ['adoptedNational', '24条', 'exact', '2024'],
    ])
    expect(told('微信公众号发布视频120条、APP发布图文信息200条。')).toEqual([
      ['publishedVideo·峨边在线', '120条', 'exact', '2024'],
      ['publishedText·爱峨边', '200条', 'exact', '2024'],
    ])
    const shared = '微信公众号发布视频120条、图文信息300条，全年图文信息7798条。'
    expect(told(shared)).toEqual([
      ['publishedVideo·峨边在线', '120条', 'exact', '2024'],
      ['publishedText', '7798条', 'exact', '2024'],
    ])
    expect(left(shared)).toEqual([['300条', '前面的“微信公众号”是不是也限定这个数，没有猜']])
    expect(told('张三发布信息12条。')).toEqual([['published·张三', '12条', 'exact', '2024']])
    expect(left('微信公众号推送120条。')).toEqual([
      ['120条', '前面的“微信公众号”限定了“推送”，没有猜'],
    ])
    expect(left('抖音发布短视频60条、快手45条。')).toEqual([
      ['60条', '前面的“抖音”限定了“视频”，没有猜'],
      ['45条', '认不出是哪一项指标'],
    ])
    expect(told('国家级媒体采用166条（人民日报12条）。')).toEqual([
      ['adoptedNational', '166条', 'exact', '2024'],
      ['adopted·人民日报', '12条', 'exact', '2024'],
    ])
    expect(left('张三、人民日报采用24条')).toEqual([
      ['24条', '前面有“张三”“人民日报”几个名字，没有猜'],
    ])
    expect(left('微信公众号和APP发布信息120条。')).toEqual([
      ['120条', '前面有“微信公众号”“APP”几个名字，没有猜'],
    ])
  })

  it('numbers in characters and words of nothing are shown, and read as no figure', () => {
    expect(left('全年上级采用三百二十条，无停播事故，开了第三次会。')).toEqual([
      ['三百二十条', '汉字写的数不读，改成阿拉伯数字再看'],
      ['无停播', '说的是没有发生，不自动记作 0；要填就在上面的表里填 0'],
    ])
    expect(left('无线发射台故障7次')).toEqual([])
    expect(told('技术故障7起')).toEqual([['faulted', '7起', 'exact', '2024']])
    expect(left('监测信息70，838条')).toEqual([
      ['70，838条', '全角逗号隔开，分不清是一个数还是两个'],
    ])
  })

  it('tells which total its parts do not add up to', () => {
    const gaps = (text: string) => sumGaps(read(text).proposals)
    expect(gaps('上级采用1246条，其中国家级166条、省级476条、市级603条')).toEqual([
      '“166条”“476条”“603条”合计 1,245 条，与上级采用 1,246 条相差 1 条',
    ])
    expect(gaps('上级采用1245条，其中国家级166条、省级476条、市级603条')).toEqual([])
    expect(gaps('上级采用1200余条，其中国家级166条、省级476条')).toEqual([])
    expect(gaps('发布信息320条，其中微信公众号120条、APP190条。')).toEqual([
      '“120条”“190条”合计 310 条，与发布量 320 条相差 10 条',
    ])
  })

  it('loses no digit and reads none twice', () => {
    const words = fc.constantFrom(
      ...'上级采用 发布图文信息 其中国家级 同比增加 约 近 余 ， 。 、 微信公众号 第 %'.split(' '),
      ...'10月 2024年 条 次 万元 12 1,246 ３６'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
        const text = parts.join('')
        const { proposals, leftovers, passed } = read(text)
        const all = [...proposals, ...leftovers, ...passed]
        const times = [...text].map(
          (_, at) => all.filter(({ from, to }) => from <= at && at < to).length,
        )
        const isDigit = [...text].map((sign) => /[0-9０-９]/.test(sign))
        expect(times.filter((_, at) => isDigit[at])).toEqual(isDigit.filter(Boolean).map(() => 1))
        expect(Math.max(0, ...times)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
