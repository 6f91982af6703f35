import { z } from 'zod'
import { type LocalizedText, textIn } from '../domain/localized-text.ts'
import { PACK_STATES, type PackStanding } from '../domain/pack.ts'
import { FileChange } from './editing.ts'

/** Versioned folders of general knowledge that a shop takes in, and goes on to change. */

const InBoth = z.object({ zh: z.string(), en: z.string() })

export const PackFileView = z.object({
  path: z.string(),
  state: z.enum(PACK_STATES),
  /** The shop has changed what the pack brought. */
  overridden: z.boolean(),
})
export type PackFileView = z.infer<typeof PackFileView>

export const PackView = z.object({
  id: z.string(),
  title: InBoth,
  description: InBoth.optional(),
  licence: z.string().optional(),
  /** What the shop has. */
  installed: z
    .object({ version: z.string(), at: z.number(), by: z.object({ id: z.string(), name: z.string() }).optional() })
    .optional(),
  /** What there is. */
  available: z.string().optional(),
  newer: z.boolean(),
  /** What taking in the newer version does; where there is none, how the files of what the shop has stand. */
  files: z.array(PackFileView),
})
export type PackView = z.infer<typeof PackView>

export const PackDetail = z.object({
  pack: PackView,
  /** What would change, with both texts. */
  changes: z.array(FileChange),
})
export type PackDetail = z.infer<typeof PackDetail>

export const PACK_ROUTES = {
  'GET /api/v1/knowledge/packs': { reply: z.object({ packs: z.array(PackView) }) },
  'GET /api/v1/knowledge/packs/{id}': { reply: PackDetail },
  'POST /api/v1/knowledge/packs/{id}/install': { reply: PackDetail },
  'POST /api/v1/knowledge/packs/{id}/start': { reply: PackDetail },
} as const

export function toPackView({ installed, available, newer, plan }: PackStanding): PackView {
  return {
    id: (available ?? installed)?.id ?? '',
    title: inBoth((available ?? installed)?.title ?? ''),
    ...(available && { description: inBoth(available.description), licence: available.licence }),
    ...(installed && {
      installed: { version: installed.version, at: installed.at, ...(installed.by && { by: { ...installed.by } }) },
    }),
    ...(available && { available: available.version }),
    newer,
    files: plan.map(({ path, state, overridden }) => ({ path, state, overridden })),
  }
}

export function toPackDetail(standing: PackStanding): PackDetail {
  return {
    pack: toPackView(standing),
    changes: standing.newer
      ? standing.plan
          .filter(({ mine, text }) => mine !== text)
          .map(({ path, mine, text }) => ({
            path,
            ...(mine !== undefined && { before: mine }),
            ...(text !== undefined && { after: text }),
          }))
      : [],
  }
}

function inBoth(text: LocalizedText): { zh: string; en: string } {
  return { zh: textIn(text, 'zh', 'zh'), en: textIn(text, 'en', 'zh') }
}
