import type { CaseView } from '../../src/protocol/cases.ts'
import type { CustomerSummary, Refused } from '../../src/protocol/common.ts'
import type {
  AgentView,
  DeskConversation,
  DeskMessage,
  HandoffCardView,
  KnowledgeStatus,
  QueueEntryView,
  ReceptionView,
  SuggestionView,
} from '../../src/protocol/console.ts'
import type { ConversationDetail } from '../../src/protocol/http.ts'
import type { LabelView } from '../../src/protocol/labels.ts'
import type { ViewerView } from '../../src/protocol/messages.ts'
import { type Heard, NOTHING_HEARD } from './heard.ts'

export type Load = 'loading' | 'ready' | 'error'
export type Tab = 'mine' | 'queue' | 'bot' | 'archive'
export type ArchiveFilter = 'all' | 'resolved' | 'others'

/** A message of mine that the server has not acknowledged yet. */
export interface PendingMessage {
  readonly clientId: string
  readonly conversationId: string
  readonly kind: 'text' | 'note' | 'image' | 'file' | 'product' | 'order'
  /** The words, the address of the picture or file, or the id of the product or order. */
  readonly content: string
  /** What is known of a file. */
  readonly file?: { readonly name: string; readonly size: number; readonly mime: string }
  readonly at: number
  /** The message that it answers. */
  readonly quote?: number
  readonly failed?: Pick<Refused, 'code' | 'message' | 'words'>
}

/** Messages without a hole, by `seq`, ascending, each once; `earlier`: there are more before them. */
export interface Stretch {
  readonly messages: readonly DeskMessage[]
  readonly earlier: boolean
}

/** What has been loaded of one conversation's messages: the stretch that ends at the newest. */
export interface Thread extends Stretch {
  readonly load: Load
  /** A stretch that was jumped to and does not reach what is loaded at the end; while it is here, it is what is shown. */
  readonly past?: Stretch
  /** Counts the leaps from one stretch to another: after each, the list is a new one. */
  readonly leaps: number
  readonly handoff?: HandoffCardView
  readonly context: ConversationDetail['context']
  /** The moment of the question that card and context answered. */
  readonly asked?: number
}

/** What the agent has typed and not sent. */
export interface Draft {
  readonly text: string
  readonly note: boolean
  /** The suggestion that the text came from. */
  readonly editing?: { readonly id: string; readonly title: string }
  /** The message that it will answer, as the composer names it. */
  readonly quote?: { readonly seq: number; readonly name: string; readonly text: string }
}

export interface Archive {
  readonly filter: ArchiveFilter
  readonly load: Load
  /** When the last row of the last page was touched: the next page is what lies before. */
  readonly oldest?: number
  readonly more: boolean
}

export interface DeskState {
  readonly load: Load
  readonly connection: 'connecting' | 'online' | 'offline'
  readonly me: AgentView
  readonly agents: Readonly<Record<string, AgentView>>
  readonly reception?: ReceptionView
  readonly queue: readonly QueueEntryView[]
  readonly conversations: Readonly<Record<string, DeskConversation>>
  readonly threads: Readonly<Record<string, Thread>>
  readonly suggestions: Readonly<Record<string, readonly SuggestionView[]>>
  /** When the customer was last heard to be typing. */
  readonly typing: Readonly<Record<string, number>>
  /** What the customer has typed so far, where the owner lets people see it. */
  readonly typed: Readonly<Record<string, string>>
  /** Who of the shop has a conversation open, by conversation. */
  readonly viewers: Readonly<Record<string, readonly ViewerView[]>>
  /** What I took back, by message id, so that it can be written anew. Only here, and gone with the page. */
  readonly tookBack: Readonly<Record<string, string>>
  readonly outbox: readonly PendingMessage[]
  readonly drafts: Readonly<Record<string, Draft>>
  readonly archive: Archive
  readonly knowledge?: KnowledgeStatus
  /** How many cases have not ended. */
  readonly openCases: number
  /** How many to-dos are due for me. */
  readonly dueTodos: number
  /** Counts the changes of to-dos that were heard of: whoever shows some reads them anew. */
  readonly todoNews: number
  /** The cases that were heard to change since the line was last opened, by number. */
  readonly cases: Readonly<Record<string, CaseView>>
  /** Customers whose records were heard to change since then, by id. */
  readonly customers: Readonly<Record<string, CustomerSummary>>
  /** What was told already. */
  readonly heard: Heard
  /** What conversations may be sorted under. */
  readonly labels: readonly LabelView[]
  /** Counts what was asked and, while an answer is awaited, what was told. */
  readonly moment: number
  /** How many answers are awaited. */
  readonly open: number
  /** The moments at which things were told last (`told.ts`). */
  readonly told: Readonly<Record<string, number>>
  /** The moment of the question that the snapshot answered. */
  readonly snapshotOf: number
  /** How often somebody was heard to write into a customer's record, by the customer's id. */
  readonly records: Readonly<Record<string, number>>
}

export const EMPTY_DRAFT: Draft = { text: '', note: false }
export const EMPTY_THREAD: Thread = { load: 'loading', messages: [], earlier: false, leaps: 0, context: {} }

export function initialState(me: AgentView): DeskState {
  return {
    load: 'loading',
    connection: 'connecting',
    me,
    agents: { [me.id]: me },
    queue: [],
    conversations: {},
    threads: {},
    suggestions: {},
    typing: {},
    typed: {},
    viewers: {},
    tookBack: {},
    outbox: [],
    drafts: {},
    openCases: 0,
    dueTodos: 0,
    todoNews: 0,
    heard: NOTHING_HEARD,
    cases: {},
    customers: {},
    labels: [],
    moment: 0,
    open: 0,
    told: {},
    snapshotOf: 0,
    records: {},
    archive: { filter: 'resolved', load: 'loading', more: false },
  }
}
