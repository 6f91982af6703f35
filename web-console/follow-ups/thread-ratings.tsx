import { useEffect } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { RatingView } from '../../src/protocol/follow-ups.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import './follow-ups.css'

/** Below a conversation: how the shopper rated the person, and 小二. Read anew whenever the customer's record is heard to change. */
export function ThreadRatings({ conversation }: { readonly conversation: DeskConversation }) {
  const { rated } = useTexts()
  const path = `/api/v1/conversations/${encodeURIComponent(conversation.id)}/ratings`
  const { loaded, reload } = useLoaded<{ ratings: readonly RatingView[] }>(path)
  const heard = useDeskState((state) => state.records[conversation.customer.id])
  const ratable = conversation.status === 'resolved' || conversation.status === 'bot'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change that is heard of may be a rating.
  useEffect(() => {
    if (ratable) reload()
  }, [conversation, heard, ratable, reload])
  if (loaded.kind !== 'ready' || loaded.value.ratings.length === 0) return null

  return (
    <section className="thread-ratings" aria-label={rated.title}>
      {loaded.value.ratings.map((rating) => (
        <Rating key={rating.target} rating={rating} />
      ))}
    </section>
  )
}

function Rating({ rating }: { readonly rating: RatingView }) {
  const { rated } = useTexts()
  const { target, agent, score, reasons, comment } = rating
  return (
    <p className={score <= 2 ? 'thread-rating bad' : 'thread-rating'}>
      <span>{target === 'bot' ? rated.of.bot() : rated.of.agent(agent?.name ?? '')}</span>
      <Stars score={score} />
      {reasons.map((one) => (
        <i key={one} className="chip">
          {rated.reasons[one]}
        </i>
      ))}
      {comment ? <q>{comment}</q> : null}
    </p>
  )
}

export function Stars({ score }: { readonly score: number }) {
  const { rated } = useTexts()
  return (
    <span className="rated-stars" role="img" aria-label={rated.stars(score)}>
      {'★'.repeat(score)}
      {'☆'.repeat(5 - score)}
    </span>
  )
}
