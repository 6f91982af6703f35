import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import type { HandoffCardView } from '../../src/protocol/console.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { worthNaming } from './candidates.tsx'

/** Reasons that ask for a gentle tone; only these are red. */
const HEATED: ReadonlySet<HandoffCardView['reason']> = new Set(['anger', 'complaint', 'sensitive', 'disliked'])

/** What the agent needs to know at a glance; one line when folded. */
export function HandoffCard({ card, folded }: { readonly card: HandoffCardView; readonly folded: boolean }) {
  const texts = useTexts()
  const [chosen, setOpen] = useState<boolean>()
  const open = chosen ?? !folded
  return (
    <section className={open ? 'handoff open' : 'handoff'} aria-label={texts.handoff.title}>
      <button
        type="button"
        className="handoff-head"
        aria-expanded={open}
        title={open ? texts.handoff.fold : texts.handoff.unfold}
        onClick={() => setOpen(!open)}
      >
        <b>{texts.handoff.title}</b>
        <i className={HEATED.has(card.reason) ? 'chip urgent' : 'chip'}>{texts.reason[card.reason]}</i>
        <span className="handoff-wants">{open ? '' : card.wants}</span>
        {open ? <UpOutlined /> : <DownOutlined />}
      </button>
      {open ? <HandoffFacts card={card} /> : null}
    </section>
  )
}

function HandoffFacts({ card }: { readonly card: HandoffCardView }) {
  const { handoff } = useTexts()
  const product = card.productName ?? card.productId
  return (
    <dl className="handoff-facts">
      <dt>{handoff.wants}</dt>
      <dd className="handoff-words">{card.wants}</dd>
      {card.intents.length > 0 ? (
        <Fact name={handoff.weighed}>
          <span className="handoff-intents">
            {worthNaming(card.intents).map((one) => (
              <span key={one.intent} className="weighed" title={one.intent}>
                {one.title} <b>{formatShare(one.confidence)}</b>
              </span>
            ))}
          </span>
        </Fact>
      ) : null}
      {card.lastIntents.length > 0 ? (
        <Fact name={handoff.before}>{card.lastIntents.map((one) => one.label).join(' · ')}</Fact>
      ) : null}
      {product ? <Fact name={handoff.product}>{product}</Fact> : null}
      {card.orderNumber ? (
        <Fact name={handoff.order}>
          <span className="mono">{card.orderNumber}</span>
        </Fact>
      ) : null}
      {card.page ? (
        <Fact name={handoff.page}>
          <PageLink page={card.page} />
        </Fact>
      ) : null}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** A page of the shop; anything that is not http is shown as text, for the address came from outside. */
export function PageLink({ page }: { readonly page: { readonly url: string; readonly title: string } }) {
  const label = page.title || page.url
  if (!/^(https?:\/\/|\/)/i.test(page.url)) return <span>{label}</span>

  return (
    <a href={page.url} target="_blank" rel="noreferrer noopener" className="page-link">
      {label}
    </a>
  )
}
