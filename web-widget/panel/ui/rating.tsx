import { useState } from 'preact/hooks'
import { ratingReasons } from '../../../src/protocol/words.ts'
import { findThread } from '../../core/timeline.ts'
import type { RatingReasonName, RatingTargetName } from '../../core/wire.ts'
import { useChat } from './chat-context.ts'
import { Icon } from './icon.tsx'

const SCORES = [1, 2, 3, 4, 5]
const LONGEST_COMMENT = 500

/** Asks how it was, when the server says that it is time to ask: of the person first, then of 小二. */
export function RatingCard() {
  const { conversation } = useChat().state
  return conversation ? <Rating key={conversation.id} /> : null
}

function Rating() {
  const { state, texts } = useChat()
  const { conversation, timeline } = state
  // The first tap is sent at once, and the server asks the next thing: this one stays until its reasons are given.
  const [held, hold] = useState<RatingTargetName>()
  const [ended, end] = useState<'rated' | 'later'>()
  if (!conversation || ended === 'later') return null

  const last = findThread(timeline, conversation.id)?.messages.at(-1)
  const talking = conversation.status === 'bot' && (last?.seq ?? 0) > conversation.lastSeq
  const target = held ?? (talking ? undefined : conversation.asks)
  return (
    <>
      {ended && (
        <p class="rated" role="status">
          <Icon name="check" />
          {texts.ratingDone}
        </p>
      )}
      {target && (
        <RatingForm
          key={target}
          target={target}
          onTap={() => hold(target)}
          onEnd={(how) => {
            hold(undefined)
            end(how)
          }}
        />
      )}
    </>
  )
}

interface FormProps {
  readonly target: RatingTargetName
  readonly onTap: () => void
  readonly onEnd: (how: 'rated' | 'later') => void
}

function RatingForm({ target, onTap, onEnd }: FormProps) {
  const { session, texts } = useChat()
  const [score, setScore] = useState(0)
  const [reasons, setReasons] = useState<RatingReasonName[]>([])
  const [comment, setComment] = useState('')
  const [sending, setSending] = useState(false)

  const send = async (rating: { score: number; reasons: RatingReasonName[] }) => {
    setSending(true)
    const done = await session.asking.submitRating({ target, ...rating, comment: comment.trim() })
    setSending(false)
    return done
  }
  const tap = (next: number) => {
    onTap()
    setScore(next)
    setReasons([])
    void send({ score: next, reasons: [] })
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    if (await send({ score, reasons })) onEnd('rated')
  }

  return (
    <form class="rating" onSubmit={(event) => void submit(event)}>
      <Stars title={texts.ratingTitle(target)} score={score} onScore={tap} />
      {score > 0 && (
        <>
          <fieldset class="reasons" aria-label={texts.ratingWhy}>
            {ratingReasons(target, score).map((one) => (
              <button
                key={one}
                type="button"
                class="reply"
                aria-pressed={reasons.includes(one)}
                onClick={() =>
                  setReasons(reasons.includes(one) ? reasons.filter((other) => other !== one) : [...reasons, one])
                }
              >
                {texts.reasons[one]}
              </button>
            ))}
          </fieldset>
          <textarea
            class="rating-comment"
            rows={2}
            maxLength={LONGEST_COMMENT}
            aria-label={texts.ratingComment}
            placeholder={texts.ratingComment}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
        </>
      )}
      <div class="rating-buttons">
        <button type="button" class="text-button" onClick={() => onEnd(score > 0 ? 'rated' : 'later')}>
          {score > 0 ? texts.close : texts.ratingLater}
        </button>
        <button type="submit" class="primary" disabled={score === 0 || sending}>
          {texts.ratingSubmit}
        </button>
      </div>
    </form>
  )
}

interface StarsProps {
  readonly title: string
  readonly score: number
  readonly onScore: (score: number) => void
}

function Stars({ title, score, onScore }: StarsProps) {
  const { texts } = useChat()
  const [hovered, setHovered] = useState(0)
  const lit = hovered || score
  return (
    <>
      <fieldset class="stars" onMouseLeave={() => setHovered(0)}>
        <legend>{title}</legend>
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
