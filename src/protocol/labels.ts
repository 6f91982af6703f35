import { z } from 'zod'
import { LABEL_COLORS, type Label } from '../domain/label.ts'

export const LabelColorName = z.enum(LABEL_COLORS)
export type LabelColorName = z.infer<typeof LabelColorName>

/** What conversations are sorted under. */
export const LabelView = z.object({ id: z.string(), name: z.string(), color: LabelColorName })
export type LabelView = z.infer<typeof LabelView>

/** A label with the number of conversations that have it. */
export const LabelUse = z.object({ id: z.string(), name: z.string(), color: LabelColorName, uses: z.number() })
export type LabelUse = z.infer<typeof LabelUse>

const Name = z.string().trim().min(1).max(12)
export const LabelDraft = z.object({ name: Name, color: LabelColorName })
export const LabelPatch = z.object({ name: Name.optional(), color: LabelColorName.optional() })

export function toLabelView({ id, name, color }: Label): LabelView {
  return { id, name, color }
}
