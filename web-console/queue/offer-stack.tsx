import { Button } from 'antd'
import { useMemo } from 'react'
import { useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { type Ask, askedConversation, selectAsks } from '../state/select-offers.ts'
import { formatPreview } from '../texts/format.ts'
import { formatWait } from '../texts/format-wait.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useAnswers } from './use-answers.ts'
import './queue.css'

/** Customers who wait for my yes, on whatever page I am. */
export function OfferStack() {
  const texts = useTexts()
  const queue = useDeskState((state) => state.queue)
  const conversations = useDeskState((state) => state.conversations)
  const me = useDeskState((state) => state.me)
  const asks = useMemo(() => selectAsks({ queue, conversations, me }), [queue, conversations, me])
  return (
    <section className="offers" aria-label={texts.queue.offer.region} aria-live="assertive">
      {asks.map((ask) => (
        <AskCard key={`${ask.kind}:${askedConversation(ask)}`} ask={ask} />
      ))}
    </section>
  )
}

function AskCard({ ask }: { readonly ask: Ask }) {
  const texts = useTexts()
  const answers = useAnswers()
  const customer = ask.kind === 'offer' ? ask.entry.customer : ask.conversation.customer
  const name = useCustomerName(customer)
  const words = ask.kind === 'offer' ? texts.queue.offer : texts.queue.transfer
  return (
    <article className="offer">
      <Countdown until={ask.until} />
      <h2>
        {ask.kind === 'offer'
          ? texts.queue.offer.title(name)
          : texts.queue.transfer.title(ask.conversation.agent?.name ?? '', name)}{' '}
        <TierTag tier={customer.tier} />
      </h2>
      <p className="offer-wants">
        {formatPreview(ask.kind === 'offer' ? ask.entry.wants : ask.conversation.preview, texts)}
      </p>
      {ask.kind === 'offer' ? <OfferFacts ask={ask} /> : null}
      <footer>
        <Button type="primary" onClick={() => void answers.accept(ask)}>
          {words.accept}
          <kbd>Alt+A</kbd>
        </Button>
        <Button onClick={() => void answers.decline(ask)}>
          {words.decline}
          <kbd>Alt+X</kbd>
        </Button>
      </footer>
    </article>
  )
}

function OfferFacts({ ask }: { readonly ask: Extract<Ask, { kind: 'offer' }> }) {
  const texts = useTexts()
  const now = useNow()
  const { entry } = ask
  return (
    <p className="offer-facts">
      {entry.priority <= 1 ? <i className="chip urgent">{texts.row.urgent}</i> : null}
      {entry.kind === 'message' ? <i className="chip left">{texts.row.leftMessage}</i> : null}
      <i className="chip">{texts.reason[entry.reason]}</i>
      <span>{texts.queue.offer.waited(formatWait(now - entry.enqueuedAt, texts))}</span>
    </p>
  )
}

function Countdown({ until }: { readonly until: number }) {
  const { queue } = useTexts()
  const now = useNow()
  return <span className="offer-left">{queue.offer.left(Math.max(0, Math.ceil((until - now) / 1000)))}</span>
}
