import type { z } from 'zod'
import { wordsOf } from '../domain/message.ts'
import { type RatingReason, type RatingTarget, reasonsFor } from '../domain/rating.ts'
import type { BodyView } from './common.ts'

/** What a message says in one line, for previews and for whoever listens; empty for a picture and an event. */
export function wordsInView(body: z.infer<typeof BodyView>): string {
  return wordsOf(body)
}

/** The reasons that may be given for so many stars. */
export function ratingReasons(target: RatingTarget, score: number): readonly RatingReason[] {
  return reasonsFor(target, score)
}

/** Whether a line of a details card tells when something happened, as those of a parcel do: its label is a time. */
export function isMoment(label: string): boolean {
  return /\d[:：]\d\d|^\d+(月|[/-]\d)/.test(label)
}
