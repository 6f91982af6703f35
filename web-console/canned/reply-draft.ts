import type { CannedMessageView, CannedReplyView, VariableView } from '../../src/protocol/composing.ts'
import type { Texts } from '../texts/zh.ts'

/** A canned reply as it is being written; without an `id` it is new. */
export type ReplyDraft = Omit<CannedReplyView, 'id' | 'updatedAt'> & { readonly id?: string }

/** A message with a key of its own, so that a box keeps its words when messages change places. */
export type KeyedMessage = CannedMessageView & { readonly key: string }

export interface DraftFaults {
  readonly code?: string
  readonly title?: string
  /** By the key of the message. */
  readonly messages: Readonly<Record<string, string>>
}

const CODE = /^[\p{Script=Han}\w-]{1,20}$/u
const VARIABLE = /\{\{-?\s*([\w.]+)/g

/** What the server would refuse, said before it is asked. */
export function findFaults(
  draft: Pick<ReplyDraft, 'code' | 'title'> & { readonly messages: readonly KeyedMessage[] },
  variables: readonly VariableView[],
  { canned }: Texts,
): DraftFaults {
  const known = new Set(variables.map(({ name }) => name))
  const messages: Record<string, string> = {}
  for (const message of draft.messages) {
    if (message.kind !== 'text') continue
    const words = [message.text.zh, message.text.en].filter((one) => one?.trim())
    if (words.length === 0) messages[message.key] = canned.textMissing
    const unknown = words.flatMap(namesIn).find((name) => !known.has(name))
    if (unknown !== undefined) messages[message.key] = canned.unknownVariable(unknown)
  }
  return {
    ...(!CODE.test(draft.code.trim()) && { code: canned.codeWrong }),
    ...(draft.title.trim() === '' && { title: canned.nameMissing }),
    messages,
  }
}

export function hasFaults({ code, title, messages }: DraftFaults): boolean {
  return code !== undefined || title !== undefined || Object.keys(messages).length > 0
}

function namesIn(text: string | undefined): readonly string[] {
  return [...(text ?? '').matchAll(VARIABLE)].map(([, name = '']) => name)
}

/** What is sent: without keys, and of a file only its address. */
export function toBody({ scope, folder, code, title }: ReplyDraft, messages: readonly KeyedMessage[]): object {
  return {
    scope,
    folder: folder.trim(),
    code: code.trim(),
    title: title.trim(),
    messages: messages.map((message) =>
      message.kind === 'text' ? { kind: 'text', text: message.text } : { kind: message.kind, url: message.url },
    ),
  }
}

export function withKey(message: CannedMessageView): KeyedMessage {
  return { ...message, key: crypto.randomUUID() }
}

/** One place up or down. */
export function moved(messages: readonly KeyedMessage[], key: string, by: 1 | -1): readonly KeyedMessage[] {
  const at = messages.findIndex((one) => one.key === key)
  const to = at + by
  const [one, other] = [messages[at], messages[to]]
  if (!one || !other) return messages
  return messages.map((message, index) => (index === at ? other : index === to ? one : message))
}
