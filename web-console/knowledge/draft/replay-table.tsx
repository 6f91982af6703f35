import { Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CheckResult, ReplayedView } from '../../../src/protocol/editing.ts'
import { formatMoment } from '../../texts/format.ts'
import { useLocale } from '../../texts/use-texts.ts'
import { useWords } from '../use-words.ts'

const TABS = ['worse', 'different', 'better'] as const
type Tab = (typeof TABS)[number]
/** More at once is not read. */
const AT_ONCE = 50

type Replay = NonNullable<CheckResult['replay']>

/** What shoppers asked lately, as it is answered now and as the draft would answer it. */
export function ReplayTable({ replay }: { readonly replay: Replay }) {
  const { check: words } = useWords()
  const first = TABS.find((one) => replay.counts[one] > 0) ?? 'worse'
  const [tab, setTab] = useState<Tab>(first)
  const [room, setRoom] = useState(AT_ONCE)
  const questions = replay.questions.filter(({ verdict }) => verdict === tab)
  return (
    <section aria-label={words.replay}>
      <h3>{words.replay}</h3>
      <p>{words.replayed(replay.conversations, replay.counts.same)}</p>
      <Segmented<Tab>
        value={tab}
        aria-label={words.replay}
        options={TABS.map((value) => ({ value, label: `${words.verdicts[value]} ${replay.counts[value]}` }))}
        onChange={(next) => {
          setTab(next)
          setRoom(AT_ONCE)
        }}
      />
      {questions.length === 0 ? <p className="none">{words.noneOf[tab]}</p> : null}
      <ul className="replayed">
        {questions.slice(0, room).map((one) => (
          <Question key={`${one.conversationId}:${one.seq}`} question={one} />
        ))}
      </ul>
      {questions.length > room ? (
        <button type="button" className="text-button" onClick={() => setRoom(room + AT_ONCE)}>
          {words.more(questions.length - room)}
        </button>
      ) : null}
    </section>
  )
}

function Question({ question }: { readonly question: ReplayedView }) {
  const { check: words } = useWords()
  const locale = useLocale()
  const { conversationId, seq, at, asked, helpful, live, draft } = question
  return (
    <li>
      <p className="asked">
        <b>{asked}</b>
        <Link to={`/conversations/${conversationId}?seq=${seq}`}>{formatMoment(at, locale)}</Link>
        {helpful === undefined ? null : <i className="chip">{helpful ? words.helpful : words.unhelpful}</i>}
      </p>
      <div className="two">
        <Outcome name={words.live} outcome={live} />
        <Outcome name={words.draft} outcome={draft} />
      </div>
    </li>
  )
}

function Outcome({ name, outcome }: { readonly name: string; readonly outcome: ReplayedView['live'] }) {
  const { check: words } = useWords()
  return (
    <div className={`outcome ${outcome.kind}`}>
      <p>
        <b>{name}</b> <i className="chip">{words.outcomes[outcome.kind]}</i> {outcome.title ?? outcome.intent ?? ''}
      </p>
      <p>{outcome.text || '–'}</p>
    </div>
  )
}
