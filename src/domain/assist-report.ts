import type { AgentId, IntentId } from './ids.ts'
import type { SuggestionOutcome } from './suggestion.ts'

/** How many suggestions ended how. Shares are absent where there is nothing to divide by. */
export interface SuggestionFigures {
  readonly offered: number
  readonly shown: number
  readonly adopted: number
  readonly edited: number
  /** Of those that were edited, the mean share of characters that differ. */
  readonly meanEdit?: number
  readonly ignored: number
  readonly passed: number
  readonly expired: number
  readonly sent: number
  /** Still open. */
  readonly open: number
  /** The share that was adopted or edited, of what was shown: of messages, or in the figures of an intent of its suggestions. */
  readonly acceptance?: number
}

/** The same, with the customer messages that people were to answer. */
export interface MessageFigures extends SuggestionFigures {
  readonly messages: number
  readonly covered: number
  /** The share of messages that had a proposal. */
  readonly coverage?: number
}

export interface AssistReport {
  readonly total: MessageFigures
  /** Most given first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[]
  /** Most offered first. */
  readonly intents: readonly (SuggestionFigures & { readonly intent: IntentId })[]
  /** Most messages first; without an agent: what nobody had taken yet. */
  readonly agents: readonly (MessageFigures & { readonly agentId?: AgentId })[]
  /** Every day of the period, oldest first. */
  readonly days: readonly (MessageFigures & { readonly day: string })[]
}

/** How many proposals of one intent ended one way with one agent. */
export interface SuggestionTally {
  readonly intent: IntentId
  /** Who decided, else on whose screen it was. */
  readonly agentId?: AgentId
  readonly status: SuggestionOutcome['status']
  /** Of what was ignored. */
  readonly reason?: string
  readonly count: number
  readonly shown: number
  /** Of what was edited: the sum of the shares. */
  readonly editShares: number
}

/** How many messages people were to answer: with a proposal, with one that was shown, with one that was adopted or edited. */
export interface MessageTally {
  readonly agentId?: AgentId
  readonly messages: number
  readonly covered: number
  readonly shown: number
  readonly accepted: number
}

/** What was counted on one day. */
export interface DayTally {
  readonly day: string
  readonly suggestions: readonly SuggestionTally[]
  readonly messages: readonly MessageTally[]
}

/** Adds up the days, as a whole and by intent, agent and day; with `only`, of this agent alone. */
export function toAssistReport(tallies: readonly DayTally[], only?: AgentId): AssistReport {
  const days = tallies.map(({ day, ...rest }) => ({
    day,
    suggestions: rest.suggestions.filter(({ agentId }) => only === undefined || agentId === only),
    messages: rest.messages.filter(({ agentId }) => only === undefined || agentId === only),
  }))
  const suggestions = days.flatMap((one) => one.suggestions)
  const messages = days.flatMap((one) => one.messages)
  const ignored = groupBy(
    suggestions.filter(({ status }) => status === 'ignored'),
    ({ reason = '' }) => reason,
  )
  const agents = new Set([...suggestions, ...messages].map(({ agentId }) => agentId))
  return {
    total: messageFigures(suggestions, messages),
    reasons: [...ignored]
      .map(([reason, group]) => ({ reason, count: sum(group, ({ count }) => count) }))
      .toSorted((a, b) => b.count - a.count),
    intents: [...groupBy(suggestions, ({ intent }) => intent)]
      .map(([intent, group]) => ({ intent, ...withAcceptance(suggestionFigures(group)) }))
      .toSorted((a, b) => b.offered - a.offered),
    agents: [...agents]
      .map((agentId) => ({
        ...(agentId !== undefined && { agentId }),
        ...messageFigures(
          suggestions.filter((one) => one.agentId === agentId),
          messages.filter((one) => one.agentId === agentId),
        ),
      }))
      .toSorted((a, b) => b.messages - a.messages),
    days: days.map(({ day, ...one }) => ({ day, ...messageFigures(one.suggestions, one.messages) })),
  }
}

function suggestionFigures(all: readonly SuggestionTally[]): SuggestionFigures {
  const count = (...statuses: readonly SuggestionTally['status'][]) =>
    sum(all, (one) => (statuses.includes(one.status) ? one.count : 0))
  const edited = count('edited')
  return {
    offered: sum(all, (one) => one.count),
    shown: sum(all, (one) => one.shown),
    adopted: count('adopted'),
    edited,
    ...(edited > 0 && { meanEdit: sum(all, (one) => one.editShares) / edited }),
    ignored: count('ignored'),
    passed: count('passed'),
    expired: count('expired'),
    sent: count('sent'),
    open: count('offered'),
  }
}

function withAcceptance(figures: SuggestionFigures): SuggestionFigures {
  const { shown, adopted, edited } = figures
  return shown === 0 ? figures : { ...figures, acceptance: (adopted + edited) / shown }
}

function messageFigures(suggestions: readonly SuggestionTally[], all: readonly MessageTally[]): MessageFigures {
  const messages = sum(all, (one) => one.messages)
  const covered = sum(all, (one) => one.covered)
  const shown = sum(all, (one) => one.shown)
  return {
    ...suggestionFigures(suggestions),
    messages,
    covered,
    ...(messages > 0 && { coverage: covered / messages }),
    ...(shown > 0 && { acceptance: sum(all, (one) => one.accepted) / shown }),
  }
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? []
    group.push(one)
    groups.set(keyOf(one), group)
  }
  return groups
}
