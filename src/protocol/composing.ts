import { z } from 'zod'
import type { CannedReply } from '../domain/canned-reply.ts'
import type { Draft } from '../domain/draft.ts'
import type { ForbiddenHit } from '../domain/forbidden.ts'
import { FileUrl, Id, MAX_TEXT, PictureUrl } from './common.ts'

/** The most that one canned reply may send. */
const MOST_MESSAGES = 9

/** One text for every language, or one per language. */
const LocalizedTextView = z.union([z.string(), z.object({ zh: z.string().optional(), en: z.string().optional() })])

const Template = z.string().trim().max(MAX_TEXT)
/** A template in Chinese, in English, or in both; the conversation's language chooses. */
export const CannedText = z
  .object({ zh: Template.optional(), en: Template.optional() })
  .refine(({ zh, en }) => Boolean(zh || en), 'a text in some language is needed')

export const ScopeName = z.enum(['personal', 'team'])

const file = { name: z.string(), size: z.number(), mime: z.string() }

/** What a person writes of one message of a canned reply: `image` and `file` by the address that an upload returned. */
export const CannedMessageDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: CannedText }),
  z.object({ kind: z.literal('image'), url: PictureUrl }),
  z.object({ kind: z.literal('file'), url: FileUrl }),
])
export type CannedMessageDraft = z.infer<typeof CannedMessageDraft>

export const CannedReplyDraft = z.object({
  scope: ScopeName,
  folder: z.string().trim().max(30).default(''),
  /** What is typed after `/`. */
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{Script=Han}\w-]{1,20}$/u),
  title: z.string().trim().min(1).max(40),
  messages: z.array(CannedMessageDraft).min(1).max(MOST_MESSAGES),
})
export type CannedReplyDraft = z.input<typeof CannedReplyDraft>

export const CannedMessageView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.object({ zh: z.string().optional(), en: z.string().optional() }) }),
  z.object({ kind: z.literal('image'), url: z.string() }),
  z.object({ kind: z.literal('file'), url: z.string(), ...file }),
])
export type CannedMessageView = z.infer<typeof CannedMessageView>

export const CannedReplyView = z.object({
  id: z.string(),
  scope: ScopeName,
  folder: z.string(),
  code: z.string(),
  title: z.string(),
  messages: z.array(CannedMessageView),
  updatedAt: z.number(),
})
export type CannedReplyView = z.infer<typeof CannedReplyView>

/** What a text may name; `value` is there where it is the same for every shopper. */
export const VariableView = z.object({ name: z.string(), value: z.string().optional() })
export type VariableView = z.infer<typeof VariableView>

/** Those that this agent may use, and the variables that a text may name. */
export const CannedReplyList = z.object({ replies: z.array(CannedReplyView), variables: z.array(VariableView) })
export type CannedReplyList = z.infer<typeof CannedReplyList>

export const RenderQuery = z.object({ conversationId: Id })

/** A message as it will be sent; `gaps` are the variables whose value is not known and must be filled in by hand. */
export const RenderedMessageView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), gaps: z.array(z.string()) }),
  z.object({ kind: z.literal('image'), url: z.string() }),
  z.object({ kind: z.literal('file'), url: z.string(), ...file }),
])
export type RenderedMessageView = z.infer<typeof RenderedMessageView>
export const RenderedReply = z.object({ messages: z.array(RenderedMessageView) })
export type RenderedReply = z.infer<typeof RenderedReply>

/** What an agent has typed and not sent; an empty `text` says that there is none any more. */
export const DraftView = z.object({ conversationId: z.string(), text: z.string(), note: z.boolean() })
export type DraftView = z.infer<typeof DraftView>

/** A word of the owner's lexicon: `block` cannot be sent, `mask` is covered, of `warn` people are asked once more. */
export const WordHitView = z.object({
  word: z.string(),
  action: z.enum(['block', 'mask', 'warn']),
  why: LocalizedTextView,
})
export type WordHitView = z.infer<typeof WordHitView>

export function toCannedReplyView(reply: CannedReply): CannedReplyView {
  const { id, ownerId, folder, code, title, messages, updatedAt } = reply
  return {
    id,
    scope: ownerId === undefined ? 'team' : 'personal',
    folder,
    code,
    title,
    messages: messages.map((message) => {
      if (message.kind !== 'text') return { ...message }
      // One text for both languages stands as the Chinese one: people edit it there.
      return { kind: 'text', text: typeof message.text === 'string' ? { zh: message.text } : { ...message.text } }
    }),
    updatedAt,
  }
}

export function toDraftView({ conversationId, text, note }: Draft): DraftView {
  return { conversationId, text, note }
}

export function toWordHitView({ word, action, why }: ForbiddenHit): WordHitView {
  return { word, action, why: typeof why === 'string' ? why : { ...why } }
}
