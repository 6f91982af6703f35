import { z } from 'zod'
import { Seq } from './common.ts'

/** One of the shop's people who has the conversation open. */
export const ViewerView = z.object({ agentId: z.string(), name: z.string(), typing: z.boolean() })
export type ViewerView = z.infer<typeof ViewerView>

/** `q`: the words to look for, as they stand. */
export const MessageSearchQuery = z.object({ q: z.string().trim().min(1).max(100) })

/** A message that holds the words, and what stands around them. */
export const MessageHit = z.object({
  seq: Seq,
  at: z.number(),
  author: z.object({ kind: z.enum(['customer', 'bot', 'agent', 'system']), name: z.string().optional() }),
  text: z.string(),
})
export type MessageHit = z.infer<typeof MessageHit>

/** Newest first; `more`: there are older ones that are not listed. */
export const MessageSearch = z.object({ hits: z.array(MessageHit), more: z.boolean() })
export type MessageSearch = z.infer<typeof MessageSearch>
