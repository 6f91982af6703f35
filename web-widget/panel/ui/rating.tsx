import { useState } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

const SCORES = [1, 2, 3, 4, 5]
const LONGEST_COMMENT = 500

/** Asks how it was, when the server says that it is time to ask. */
export function RatingCard() {
  const { state, texts } = useChat()
  const { conversation, ratedId, unratedId } = state
  if (!conversation) return null
  if (ratedId === conversation.id) {
    return (
      <p class="rated" role="status">
        <Icon name="check" />
        {texts.ratingDone}
      </p>
    )
  }
  if (!conversation.ratable || unratedId === conversation.id) return null
  return <RatingForm key={conversation.id} />
}

function RatingForm() {
  const { session, texts } = useChat()
  const [score, setScore] = useState(0)
  const [comment, setComment] = useState('')
  const [sending, setSending] = useState(false)

  const submit = async (event: Event) => {
    event.preventDefault()
    setSending(true)
    if (!(await session.asking.submitRating(score, comment.trim()))) setSending(false)
  }

  return (
    <form class="rating" onSubmit={(event) => void submit(event)}>
      <Stars score={score} onScore={setScore} />
      {score > 0 && (
        <textarea
          class="rating-comment"
          rows={2}
          maxLength={LONGEST_COMMENT}
          aria-label={texts.ratingComment}
          placeholder={texts.ratingComment}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      )}
      <div class="rating-buttons">
        <button
          type="button"
          class="text-button"
          onClick={() => session.dismiss({ unratedId: session.state.conversation?.id })}
        >
          {texts.ratingLater}
        </button>
        <button type="submit" class="primary" disabled={score === 0 || sending}>
          {texts.ratingSubmit}
        </button>
      </div>
    </form>
  )
}

function Stars({ score, onScore }: { score: number; onScore: (score: number) => void }) {
  const { texts } = useChat()
  const [hovered, setHovered] = useState(0)
  const lit = hovered || score
  return (
    <>
      <fieldset class="stars" onMouseLeave={() => setHovered(0)}>
        <legend>{texts.ratingTitle}</legend>
        {SCORES.map((value) => (
          <label key={value} class={value <= lit ? 'star star-lit' : 'star'} onMouseEnter={() => setHovered(value)}>
            <input
              type="radio"
              name="score"
              value={value}
              checked={value === score}
              aria-label={`${texts.starLabel(value)} ${texts.stars(value)}`}
              onChange={() => onScore(value)}
            />
            <Icon name="star" />
          </label>
        ))}
      </fieldset>
      <p class="star-word">{texts.stars(lit)}</p>
    </>
  )
}
