import { BY_ALL, BY_WITHOUT_AGENTS, type Figure, words } from './figure.ts'

const RATED = { known: 'score', words: words('评价过客服的会话', 'Conversations whose agent was rated') }
const BOT_RATED = { known: 'botscore', words: words('评价过小二的会话', 'Conversations in which 小二 was rated') }

export const QUALITY_FIGURES: readonly Figure[] = [
  {
    id: 'csat',
    area: 'quality',
    unit: 'share',
    good: 'more',
    of: 'sessions',
    name: words('客服满意度', 'Satisfaction with people'),
    formula: words(
      '给客服打 4、5 星的会话 ÷ 评价过客服的会话',
      'Conversations with 4 or 5 stars for the agent ÷ conversations whose agent was rated',
    ),
    numerator: { is: { satisfied: 1 }, words: words('4、5 星', '4 or 5 stars') },
    denominator: RATED,
    by: BY_ALL,
  },
  {
    id: 'csat_score',
    area: 'quality',
    unit: 'score',
    good: 'more',
    of: 'sessions',
    name: words('客服平均分', 'Mean score of people'),
    formula: words(
      '客服得到的星数之和 ÷ 评价过客服的会话',
      'Stars for agents, added up ÷ conversations whose agent was rated',
    ),
    numerator: { ...RATED, amount: 'score', words: words('星数', 'Stars') },
    denominator: RATED,
    by: BY_ALL,
  },
  {
    id: 'csat_bot',
    area: 'quality',
    unit: 'share',
    good: 'more',
    of: 'sessions',
    name: words('小二满意度', 'Satisfaction with 小二'),
    formula: words(
      '给小二打 4、5 星的会话 ÷ 评价过小二的会话',
      'Conversations with 4 or 5 stars for 小二 ÷ conversations in which 小二 was rated',
    ),
    numerator: { is: { botsatisfied: 1 }, words: words('4、5 星', '4 or 5 stars') },
    denominator: BOT_RATED,
    by: BY_WITHOUT_AGENTS,
  },
  {
    id: 'rating_response',
    area: 'quality',
    unit: 'share',
    good: 'more',
    of: 'sessions',
    name: words('参评率', 'Rating response'),
    formula: words(
      '买家评价了的会话 ÷ 邀请过评价的会话',
      'Conversations that were rated ÷ conversations in which a rating was asked for',
    ),
    numerator: { is: { rated: 1 }, words: words('评价了', 'Rated') },
    denominator: { is: { invited: 1 }, words: words('邀请过评价', 'Asked for a rating') },
    by: BY_ALL,
  },
  {
    id: 'complaints',
    area: 'quality',
    unit: 'count',
    good: 'less',
    of: 'complaints',
    name: words('投诉量', 'Complaints'),
    formula: words('类型为投诉的售后单数，按开单的日子', 'Cases of the type complaint, by the day they were opened'),
    numerator: { words: words('投诉单', 'Complaints') },
    by: ['day', 'hour', 'weekday', 'agent', 'channel', 'tier'],
  },
  {
    id: 'complaints_failed',
    area: 'quality',
    unit: 'share',
    good: 'less',
    of: 'complaints',
    name: words('投诉处理失败率', 'Complaints handled badly'),
    formula: words(
      '处理失败的投诉 ÷ 所有投诉；过了时限才结束或还没结束、被拒绝、或该会话客服被打 1–2 星，都算失败',
      'Complaints handled badly ÷ all complaints; badly is: ended or still open after it was due, rejected, or 1 or 2 stars for the agent of the conversation',
    ),
    numerator: { past: 'deadline', words: words('处理失败', 'Handled badly') },
    denominator: { words: words('所有投诉', 'All complaints') },
    by: ['day', 'hour', 'weekday', 'agent', 'channel', 'tier'],
  },
]
