import type { Locale } from '../../domain/localized-text.ts'
import type { FIGURE_ROUTES } from '../../protocol/reports.ts'

type Text = Readonly<Record<Locale, string>>

/** What the routes of the figures do. */
export const FIGURE_WORDS: Readonly<Record<keyof typeof FIGURE_ROUTES, Text>> = {
  'GET /api/v1/reports/definitions': {
    zh: '每项指标的口径：名称、公式、分子、分母、能按什么拆开。',
    en: 'What each figure means: name, formula, numerator, denominator, and along what it can be broken down.',
  },
  'GET /api/v1/reports/figures': {
    zh: '一个板块的指标：合计、和上一段同样长的日子比、按一个维度拆开。客服只看得到自己的人工数据。',
    en: 'The figures of one area: in sum, beside the days before, and along one dimension. Agents see their own figures of the desk only.',
  },
  'GET /api/v1/reports/drill': {
    zh: '一项指标的分子或分母里的每一条，新的在前。',
    en: 'Each thing that a figure’s numerator or denominator counts, newest first.',
  },
  'GET /api/v1/reports/figures.csv': { zh: '指标表，CSV。', en: 'The table of figures as CSV.' },
  'GET /api/v1/reports/drill.csv': {
    zh: '指标明细，CSV，最多一万行。',
    en: 'What a figure counts as CSV, ten thousand lines at most.',
  },
  'GET /api/v1/reports/intents.csv': { zh: '问题排行，CSV。', en: 'The ranking of intents as CSV.' },
  'GET /api/v1/reports/reasons.csv': { zh: '转人工原因，CSV。', en: 'Why people were called, as CSV.' },
  'GET /api/v1/reports/funnel.csv': { zh: '询单漏斗，CSV。', en: 'The sales funnel as CSV.' },
  'GET /api/v1/reports/lost.csv': {
    zh: '流失的询单和最后一问，CSV，最多一万行。',
    en: 'Lost inquiries with their last question as CSV, ten thousand lines at most.',
  },
  'GET /api/v1/reports/intents': {
    zh: '买家最常问什么，答上了多少，被点踩多少，和上一段日子比。',
    en: 'What shoppers ask most, how much of it was answered and disliked, beside the days before.',
  },
  'GET /api/v1/reports/heat': {
    zh: '一周里每个小时有多忙（周一是 0）。',
    en: 'How busy each hour of the week is (Monday is 0).',
  },
  'GET /api/v1/reports/endings': {
    zh: '会话从谁接待、为什么转人工、到怎么结束。',
    en: 'From who received a conversation, over why people were called, to how it ended.',
  },
  'GET /api/v1/reports/reasons': { zh: '小二为什么转人工。', en: 'Why 小二 called people.' },
  'GET /api/v1/reports/funnel': {
    zh: '询单 → 下单 → 付款，按小二、小二辅助客服、客服分。',
    en: 'Inquiry → order → payment, by who served: 小二, people with its help, people.',
  },
  'GET /api/v1/reports/lost': {
    zh: '流失的询单，带买家最后一问和问的商品。',
    en: 'Lost inquiries, each with the shopper’s last question and the product.',
  },
  'GET /api/v1/reports/today': {
    zh: '今天的样子：指标（和昨天同一时刻比）、每小时、要处理的事。',
    en: 'Today at a glance: figures beside the same hours of yesterday, hour by hour, and what there is to do.',
  },
  'GET /api/v1/reports/wall': {
    zh: '此刻：排队、接待、谁在岗。给墙上的大屏用。',
    en: 'This very moment: who waits, who is served, who is there. For a screen on the wall.',
  },
  'GET /api/v1/knowledge/heat': {
    zh: '每个意图昨天和最近七天被问了多少，答得怎样。',
    en: 'How often each intent was asked for yesterday and in the last seven days, and how it went.',
  },
}
