import type { HandoffReason } from '../handoff.ts'
import { type InBoth, words } from './figure.ts'

/** How a session was received first, why people came, how it ended. */
export const REASON_WORDS: Readonly<Record<HandoffReason, InBoth>> = {
  asked: words('买家要人工', 'Asked for a person'),
  not_understood: words('连续没听懂', 'Not understood'),
  autonomy: words('该问题转人工', 'Left to people'),
  anger: words('情绪激动', 'Anger'),
  complaint: words('投诉', 'Complaint'),
  tier: words('重要客户', 'Important customer'),
  sensitive: words('敏感话题', 'Sensitive topic'),
  disliked: words('点踩回答', 'Disliked answer'),
  no_answer: words('没有可用答案', 'No answer to give'),
  flow_rule: words('流程规定', 'Rule of a task'),
  assist_mode: words('智能辅助模式', 'Assist mode'),
  agent_first: words('人工优先', 'People first'),
  transferred: words('转接', 'Transferred'),
  taken_over: words('客服接管', 'Taken over'),
  follow_up: words('客服回访', 'Follow-up'),
}

export const ENDING_WORDS: Readonly<Record<string, InBoth>> = {
  bot: words('小二接待完', 'Served by 小二'),
  resolved: words('客服结束', 'Ended by people'),
  returned: words('转回小二', 'Back with 小二'),
  abandoned: words('排队放弃', 'Left the queue'),
  left_message: words('留言', 'Left a message'),
  open: words('进行中', 'Goes on'),
}

const FIRST_WORDS: Readonly<Record<string, InBoth>> = {
  bot: words('小二先接', 'Received by 小二'),
  people: words('人工先接', 'Received by people'),
}

export interface Stream {
  readonly bot: boolean
  /** Empty where people never came. */
  readonly reason: string
  readonly ending: string
  readonly sessions: number
}

export interface EndingsGraph {
  readonly nodes: readonly { readonly id: string; readonly label: InBoth }[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly sessions: number }[]
}

export function reasonWords(reason: string): InBoth {
  return Object.entries(REASON_WORDS).find(([name]) => name === reason)?.[1] ?? words(reason, reason)
}

/** Every session flows from who received it, over the reason where people came, to its end. */
export function toEndings(streams: readonly Stream[]): EndingsGraph {
  const nodes = new Map<string, InBoth>()
  const links = new Map<string, { from: string; to: string; sessions: number }>()
  const flow = (from: string, to: string, sessions: number) => {
    const known = links.get(`${from} ${to}`)?.sessions ?? 0
    links.set(`${from} ${to}`, { from, to, sessions: known + sessions })
  }
  for (const { bot, reason, ending, sessions } of streams) {
    const first = bot ? 'bot' : 'people'
    const start = `first:${first}`
    const end = `ending:${ending}`
    nodes.set(start, FIRST_WORDS[first] ?? words(first, first))
    nodes.set(end, ENDING_WORDS[ending] ?? words(ending, ending))
    if (reason === '') {
      flow(start, end, sessions)
    } else {
      nodes.set(`reason:${reason}`, reasonWords(reason))
      flow(start, `reason:${reason}`, sessions)
      flow(`reason:${reason}`, end, sessions)
    }
  }
  return {
    nodes: [...nodes].map(([id, label]) => ({ id, label })),
    links: [...links.values()].toSorted((a, b) => b.sessions - a.sessions),
  }
}
