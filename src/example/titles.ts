import type { Month } from '#shared/time/day.ts'
import { TOWNSHIPS } from './lists.ts'
import type { Random } from './random.ts'

export interface Subject {
  readonly title: string
  readonly column: string | null
}

export interface Topic {
  readonly column: string
  readonly tone: 'work' | 'joy' | 'care'
  /** Calendar months in which it is written about; any when absent. */
  readonly months?: readonly number[]
  /** The one year it belongs to. */
  readonly year?: number
  readonly weight: number
  readonly phrases: readonly string[]
}

/** What is written about in a month. */
export function topicsOf(month: Month): Topic[] {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5))
  return TOPICS.filter(
    (topic) => (topic.year ?? year) === year && (topic.months ?? [number]).includes(number),
  )
}

/** A title and its column, of one of the topics. */
export function composeTitle(topics: readonly Topic[], random: Random): Subject {
  const topic = random.weighted(topics)
  const place = random.chance(0.82) ? random.pick(TOWNSHIPS) : random.pick(COUNTY)
  const ending = random.chance(0.75) ? random.pick(ENDINGS[topic.tone]) : ''
  const number = String(random.whole(3, 48) * 10)
  const title = `${place}${random.pick(topic.phrases)}${ending.replace('#', number)}`
  return { title, column: random.chance(0.7) ? topic.column : null }
}

const COUNTY = ['峨边', '我县', '峨边县城', '峨边各乡镇'] as const

/** `#` stands for a round number. */
const ENDINGS = {
  work: [
    '：干部群众齐动手',
    '，一线抓落实',
    '，跑出“加速度”',
    '，取得阶段性成效',
    '，#名干部群众参与',
    '，覆盖#户',
    '，已完成#处',
  ],
  joy: [
    '，现场气氛热烈',
    '，游客纷纷点赞',
    '，各族群众同欢乐',
    '，处处洋溢喜庆',
    '，吸引#余名游客',
    '，#名群众参与',
    '，迎来#余名观众',
  ],
  care: [
    '，让群众得实惠',
    '，解决群众身边事',
    '，服务送到家门口',
    '，暖了群众心',
    '，服务群众#人次',
    '，惠及#户',
    '，#名志愿者参与',
  ],
} as const

const TOPICS: readonly Topic[] = [
  {
    column: '乡村振兴',
    tone: 'work',
    weight: 8,
    phrases: ['召开乡村振兴现场会', '产业园建设稳步推进', '高山蔬菜产业带动增收'],
  },
  {
    column: '乡村振兴',
    tone: 'work',
    weight: 6,
    phrases: ['推进人居环境整治', '院落换新颜', '开展“最美庭院”评选'],
  },
  {
    column: '乡村振兴',
    tone: 'work',
    months: [2, 3, 4],
    weight: 9,
    phrases: ['推进春耕备耕', '农技人员下田指导春耕', '春耕备耕物资供应充足'],
  },
  {
    column: '乡村振兴',
    tone: 'work',
    months: [9, 10, 11],
    weight: 6,
    phrases: ['方竹笋迎来采收季', '晒秋晒出好“丰”景', '秋粮颗粒归仓'],
  },
  {
    column: '平安峨边',
    tone: 'work',
    months: [1, 2, 3, 4, 5, 12],
    weight: 8,
    phrases: ['开展森林防火宣传', '护林员进山巡护', '举行森林防灭火演练'],
  },
  {
    column: '平安峨边',
    tone: 'work',
    months: [5, 6, 7, 8, 9],
    weight: 8,
    phrases: ['开展防汛演练', '排查地质灾害隐患点', '防汛物资储备到位'],
  },
  {
    column: '平安峨边',
    tone: 'care',
    weight: 7,
    phrases: ['开展反诈宣传', '反诈宣传走进夜市', '交通劝导站守护出行'],
  },
  {
    column: '平安峨边',
    tone: 'work',
    months: [6],
    weight: 6,
    phrases: ['开展安全生产月活动', '企业举行消防应急演练'],
  },
  {
    column: '民生峨边',
    tone: 'care',
    weight: 8,
    phrases: ['开展义诊下乡', '家庭医生签约进村入户', '便民服务站开进村寨'],
  },
  {
    column: '民生峨边',
    tone: 'care',
    weight: 7,
    phrases: ['召开群众坝坝会', '通村道路建成通车', '安全饮水工程完工'],
  },
  {
    column: '民生峨边',
    tone: 'care',
    months: [2, 3],
    weight: 6,
    phrases: ['举行春季招聘会', '务工专车平安发车'],
  },
  {
    column: '民生峨边',
    tone: 'care',
    months: [6],
    weight: 7,
    phrases: ['全力护航高考', '爱心送考车队集结'],
  },
  {
    column: '教育峨边',
    tone: 'care',
    months: [2, 3, 9],
    weight: 8,
    phrases: ['校园开学第一课开讲', '开学第一课讲述家乡变化', '新学期营养餐准备就绪'],
  },
  {
    column: '文旅峨边',
    tone: 'joy',
    weight: 8,
    phrases: ['举行文旅推介活动', '非遗展演走进景区', '举办彝族刺绣展示'],
  },
  {
    column: '文旅峨边',
    tone: 'joy',
    months: [4, 5, 7, 8, 10],
    weight: 7,
    phrases: ['迎来旅游热潮', '民宿预订火热', '黑竹沟景区游人如织'],
  },
  {
    column: '文旅峨边',
    tone: 'joy',
    months: [7, 8],
    weight: 8,
    phrases: ['欢度火把节', '火把节篝火点燃夏夜', '火把节选美赛举行'],
  },
  {
    column: '文旅峨边',
    tone: 'joy',
    months: [11, 12],
    weight: 9,
    phrases: ['欢度彝历新年', '彝历新年长桌宴开席', '举行彝历新年民俗活动'],
  },
  {
    column: '新春走基层',
    tone: 'joy',
    months: [1, 2],
    weight: 9,
    phrases: ['年货集市热闹开市', '送春联进村寨', '坝坝宴上话团圆'],
  },
  {
    column: '文明实践',
    tone: 'care',
    weight: 6,
    phrases: ['志愿者陪伴留守儿童', '开展移风易俗宣讲', '道德积分兑换生活用品'],
  },
  {
    column: '法治峨边',
    tone: 'care',
    months: [3, 12],
    weight: 5,
    phrases: ['开展普法宣传', '宪法宣传周进村寨'],
  },
  {
    column: '我爱我的祖国',
    tone: 'joy',
    months: [10],
    weight: 7,
    phrases: ['喜迎国庆', '国庆假期市场供应充足', '举行升国旗仪式'],
  },
  {
    column: '县庆四十年',
    tone: 'joy',
    year: 2024,
    months: [8, 9],
    weight: 10,
    phrases: ['县庆巡游方阵排练忙', '喜迎自治县成立40周年', '征集县庆老照片'],
  },
  {
    column: '县庆四十年',
    tone: 'joy',
    year: 2024,
    months: [10],
    weight: 60,
    phrases: [
      '县庆巡游精彩上演',
      '欢庆自治县成立40周年',
      '四十年变迁图片展开展',
      '登上“激情十月”舞台',
    ],
  },
]
