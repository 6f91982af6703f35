import type { WireNews } from './desk-event.ts'
import type { DeskState } from './desk-state.ts'

/**
 * An answer may come later than what was told since the desk asked, and is then the older of the two. While a question is open, it is
 * noted when each thing was told last.
 */
type Asking = Pick<DeskState, 'moment' | 'open' | 'told'>

/** What a piece of news is about. */
export const ABOUT = {
  row: (conversationId: string) => `row:${conversationId}`,
  message: (conversationId: string, seq: number) => `message:${conversationId}:${seq}`,
  offered: (conversationId: string) => `offered:${conversationId}`,
  queue: 'queue',
  agents: 'agents',
  reception: 'reception',
  labels: 'labels',
  cases: 'cases',
}

function aboutOf(news: WireNews): readonly string[] {
  switch (news.type) {
    case 'conversation:changed':
      return [ABOUT.row(news.conversation.id)]
    case 'message:created':
      return [ABOUT.row(news.message.conversationId)]
    case 'message:updated':
      return [ABOUT.message(news.message.conversationId, news.message.seq)]
    case 'suggestion:offered':
      return [ABOUT.offered(news.conversationId)]
    case 'suggestion:changed':
      return [ABOUT.offered(news.suggestion.conversationId)]
    case 'queue:changed':
      return [ABOUT.queue]
    case 'presence:changed':
      return [ABOUT.agents]
    case 'reception:changed':
      return [ABOUT.reception]
    case 'labels:changed':
      return [ABOUT.labels]
    case 'case:changed':
      return [ABOUT.cases]
    default:
      return []
  }
}

export function withTold<S extends Asking>(state: S, news: WireNews): S {
  const about = state.open === 0 ? [] : aboutOf(news)
  if (about.length === 0) return state

  const moment = state.moment + 1
  return { ...state, moment, told: { ...state.told, ...Object.fromEntries(about.map((one) => [one, moment])) } }
}

export function questionAsked<S extends Asking>(state: S): S {
  return { ...state, moment: state.moment + 1, open: state.open + 1 }
}

export function questionEnded<S extends Asking>(state: S): S {
  const open = state.open - 1
  return { ...state, open, told: open === 0 ? {} : state.told }
}

/** Whether this was told since the desk asked; without a moment nothing was. */
export function isToldSince({ told }: Pick<DeskState, 'told'>, asked: number | undefined): (about: string) => boolean {
  return (about) => asked !== undefined && (told[about] ?? 0) > asked
}
