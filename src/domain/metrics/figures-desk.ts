import { BY_ALL, type Figure, words } from './figure.ts'

const COMMON = { area: 'desk', by: BY_ALL } as const
const QUEUED = { is: { queued: 1 }, words: words('进人工队列的会话', 'Conversations that called for a person') }
const WAITED = {
  known: 'wait',
  words: words('排过队并有人接手的会话', 'Conversations that waited and were taken'),
}
const RESPONDED = {
  known: 'response',
  words: words('有人工首次回复的会话', 'Conversations that a person has answered'),
}
const WAITS = { words: words('买家等人工回复的每一次', 'Each time a shopper waited for a person’s words') }

export const DESK_FIGURES: readonly Figure[] = [
  {
    ...COMMON,
    id: 'queued',
    unit: 'count',
    of: 'sessions',
    name: words('转人工量', 'Calls for a person'),
    formula: words(
      '进过人工队列的会话数；无人值守时留言的、客服主动接管或回访的不算',
      'Conversations that went to the queue; messages left while nobody was on duty, take-overs and follow-ups do not count',
    ),
    numerator: QUEUED,
  },
  {
    ...COMMON,
    id: 'served',
    unit: 'count',
    of: 'sessions',
    name: words('人工接待量', 'Served by people'),
    formula: words('客服至少回过一句话的会话数', 'Conversations in which an agent has said at least one thing'),
    numerator: { is: { served: 1 }, words: words('客服接待的会话', 'Conversations served by people') },
  },
  {
    ...COMMON,
    id: 'queue_wait',
    unit: 'time',
    good: 'less',
    of: 'sessions',
    name: words('平均排队时长', 'Queue wait'),
    formula: words(
      '从进队列到第一位客服接手的时间之和 ÷ 接手的会话',
      'Time from the queue to the first agent who took it, added up ÷ conversations taken',
    ),
    numerator: { ...WAITED, amount: 'wait', words: words('排队时间', 'Time in the queue') },
    denominator: WAITED,
  },
  {
    ...COMMON,
    id: 'service_level',
    unit: 'share',
    good: 'more',
    of: 'sessions',
    name: words('服务水平（30 秒接入）', 'Service level (30 s)'),
    formula: words(
      '30 秒内有客服接手的会话 ÷ 进人工队列的会话',
      'Conversations taken within 30 seconds ÷ conversations that called for a person',
    ),
    numerator: { is: { prompt: 1 }, words: words('30 秒内接手', 'Taken within 30 seconds') },
    denominator: QUEUED,
  },
  {
    ...COMMON,
    id: 'abandonment',
    unit: 'share',
    good: 'less',
    of: 'sessions',
    name: words('排队放弃率', 'Abandonment'),
    formula: words(
      '没等到客服就离开队列的会话 ÷ 进人工队列的会话；还在排的不算放弃',
      'Conversations that left the queue before a person came ÷ conversations that called for a person; who still waits has not left',
    ),
    numerator: { is: { abandoned: 1 }, words: words('没等到人', 'Left before a person came') },
    denominator: QUEUED,
  },
  {
    ...COMMON,
    id: 'first_response',
    unit: 'time',
    good: 'less',
    of: 'sessions',
    name: words('人工首次响应', 'First human response'),
    formula: words(
      '从转人工到客服第一句话的时间之和 ÷ 有人工首次回复的会话；小二说的话不算回复',
      'Time from the handoff to the first words of an agent, added up ÷ conversations that a person has answered; what 小二 says is no response',
    ),
    numerator: { ...RESPONDED, amount: 'response', words: words('首次响应时间', 'Time to the first response') },
    denominator: RESPONDED,
  },
  {
    ...COMMON,
    id: 'promise_kept',
    unit: 'share',
    good: 'more',
    of: 'sessions',
    name: words('首响达标率', 'First response in time'),
    formula: words(
      '在店铺承诺的首响时限内回复的会话 ÷ 进人工队列的会话；没有写承诺的按 60 秒',
      'Conversations answered within the shop’s promise ÷ conversations that called for a person; where nothing is promised, 60 seconds',
    ),
    numerator: { is: { promised: 1 }, words: words('首响达标', 'Answered in time') },
    denominator: QUEUED,
  },
  {
    ...COMMON,
    id: 'next_response',
    unit: 'time',
    good: 'less',
    of: 'responses',
    name: words('平均响应时长', 'Next response'),
    formula: words(
      '首次之后每次回复买家等的时间之和 ÷ 次数；从买家没得到回复的第一句话算起',
      'Time that shoppers waited for each response after the first, added up ÷ their number; from the first of the words left unanswered',
    ),
    numerator: { is: { first: 0 }, known: 'wait', amount: 'wait', words: words('等回复的时间', 'Time waited') },
    denominator: { is: { first: 0 }, known: 'wait', words: words('首次之后的回复', 'Responses after the first') },
  },
  {
    ...COMMON,
    id: 'swift_replies',
    unit: 'share',
    good: 'more',
    of: 'responses',
    name: words('3 分钟回复率', 'Answered within 3 minutes'),
    formula: words(
      '3 分钟内有客服回复的次数 ÷ 买家等人工回复的次数；会话结束了也没回的算没回，还在等的不算',
      'Waits answered by a person within 3 minutes ÷ waits for a person; what ended unanswered counts as not answered, who still waits does not count yet',
    ),
    numerator: { is: { swift: 1 }, words: words('3 分钟内回复', 'Answered within 3 minutes') },
    denominator: WAITS,
  },
  {
    ...COMMON,
    id: 'handling_time',
    unit: 'time',
    of: 'holds',
    name: words('平均处理时长', 'Handling time'),
    formula: words(
      '客服手上持有会话的时间之和 ÷ 持有次数；转接后各算各的，还没结束的不算',
      'Time that agents held conversations, added up ÷ how many times they held one; each side of a transfer counts for itself, what goes on does not count yet',
    ),
    numerator: { known: 'ms', amount: 'ms', words: words('持有时间', 'Time held') },
    denominator: { known: 'ms', words: words('持有过的会话', 'Conversations held') },
  },
  {
    ...COMMON,
    id: 'resolution_time',
    unit: 'time',
    good: 'less',
    of: 'sessions',
    name: words('平均解决时长', 'Resolution time'),
    formula: words(
      '从转人工到会话结束的时间之和 ÷ 客服结束的会话',
      'Time from the handoff to the end of the conversation, added up ÷ conversations that people ended',
    ),
    numerator: { known: 'resolution', amount: 'resolution', words: words('解决时间', 'Time to the end') },
    denominator: { known: 'resolution', words: words('客服结束的会话', 'Conversations ended by people') },
  },
  {
    ...COMMON,
    id: 'reply_ratio',
    unit: 'ratio',
    of: 'sessions',
    name: words('答问比', 'Replies per question'),
    formula: words(
      '客服发的消息 ÷ 买家在人工阶段发的消息',
      'Messages of agents ÷ messages of shoppers while people had the conversation',
    ),
    numerator: { is: { served: 1 }, amount: 'replies', words: words('客服消息', 'Messages of agents') },
    denominator: {
      is: { served: 1 },
      amount: 'asks',
      words: words('人工阶段买家消息', 'Messages of shoppers with people'),
    },
  },
  {
    ...COMMON,
    id: 'concurrency',
    unit: 'ratio',
    of: 'holds',
    name: words('平均同时接待', 'Held at once'),
    formula: words(
      '每接手一个会话时手上的会话数（含这一个，七天前接手的不算）之和 ÷ 接手次数',
      'How many conversations the agent held at each taking (this one included, those taken over seven days before left out), added up ÷ takings',
    ),
    numerator: { amount: 'held', words: words('接手时手上的会话', 'Held when taking') },
    denominator: { words: words('接手', 'Takings') },
  },
]
