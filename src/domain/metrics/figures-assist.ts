import { BY_ALL, type Figure, words } from './figure.ts'

const COMMON = { area: 'desk', by: BY_ALL, of: 'proposals' } as const
const SHOWN = { is: { shown: 1 }, words: words('客服看到了建议的消息', 'Messages whose suggestion was on a screen') }

/** How much 小二 helps people. */
export const ASSIST_FIGURES: readonly Figure[] = [
  {
    ...COMMON,
    id: 'assist_coverage',
    unit: 'share',
    good: 'more',
    name: words('建议覆盖率', 'Suggestion coverage'),
    formula: words(
      '有回复建议的买家消息 ÷ 该由人工回的买家消息',
      'Shoppers’ messages with a suggestion ÷ messages that people were to answer',
    ),
    numerator: { is: { covered: 1 }, words: words('有建议', 'With a suggestion') },
    denominator: { words: words('该由人工回的消息', 'Messages for people') },
  },
  {
    ...COMMON,
    id: 'assist_acceptance',
    unit: 'share',
    good: 'more',
    name: words('建议采纳率', 'Suggestion acceptance'),
    formula: words(
      '采纳（原样或改后发出）的消息 ÷ 客服看到了建议的消息',
      'Messages whose suggestion was sent, as it was or edited ÷ messages whose suggestion was on a screen',
    ),
    numerator: { is: { accepted: 1 }, words: words('采纳', 'Accepted') },
    denominator: SHOWN,
  },
  {
    ...COMMON,
    id: 'assist_edit',
    unit: 'share',
    good: 'less',
    name: words('平均改动幅度', 'Mean edit'),
    formula: words(
      '改后发出的建议里改动字数占比之和 ÷ 改后发出的建议',
      'Share of characters that were changed, added up ÷ suggestions sent after an edit',
    ),
    numerator: { known: 'edit', amount: 'edit', parts: 10_000, words: words('改动占比', 'Share changed') },
    denominator: { known: 'edit', words: words('改后发出', 'Sent after an edit') },
  },
]
