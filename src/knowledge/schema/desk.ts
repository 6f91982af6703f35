import { z } from 'zod'
import type { DeskPolicy } from '../../domain/desk-policy.ts'

/** `desk:` in shop.yaml. */
export const DeskSection = z
  .strictObject({
    typing_preview: z.boolean().default(true),
  })
  .prefault({})

export function toDeskPolicy(desk: z.output<typeof DeskSection>): DeskPolicy {
  return { typingPreview: desk.typing_preview }
}
