import { z } from 'zod'
import { ProblemView } from './editing.ts'

/** What shop.yaml says in the draft. */
export const ShopFileView = z.object({
  /** The file as JSON. */
  json: z.string(),
  /** To be sent with what is saved over it. */
  seen: z.string().optional(),
  /** The draft says something else than what serves. */
  changed: z.boolean(),
  /** What is wrong with it. */
  problems: z.array(ProblemView),
})
export type ShopFileView = z.infer<typeof ShopFileView>

const Step = z.union([z.string().max(80), z.number().int().min(0)])
export const ShopFileEdit = z.object({
  /** Keys and indexes: `["desk", "limit"]`. */
  path: z.array(Step).min(1).max(8),
  /** The value as JSON; absent: what stands there goes. */
  json: z.string().max(60_000).optional(),
})
export type ShopFileEdit = z.infer<typeof ShopFileEdit>
export const ShopFilePatch = z.object({
  edits: z.array(ShopFileEdit).min(1).max(60),
  seen: z.string().max(80).optional(),
})
export type ShopFilePatch = z.infer<typeof ShopFilePatch>

export const SHOP_FILE_ROUTES = {
  'GET /api/v1/settings/shop': { reply: ShopFileView },
  'PATCH /api/v1/settings/shop': { body: ShopFilePatch, reply: ShopFileView },
} as const satisfies Record<string, { body?: z.ZodType; reply?: z.ZodType }>
