import { RiseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'wouter'
import type { ClusterView } from '../../src/protocol/questions.ts'
import { formatShare } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Sparkline } from './sparkline.tsx'

/** So much more in the newer half of the period is worth a word. */
const RISING = 1.5

export type ClusterAct = 'open' | 'learn' | 'create' | 'ignore' | 'out_of_scope' | 'reopen'

interface ClusterCardProps {
  readonly cluster: ClusterView
  /** Whether it still waits to be dealt with. */
  readonly open: boolean
  readonly onAct: (act: ClusterAct, cluster: ClusterView) => void
}

/** Questions that ask the same: how often, how they were worded, what people replied, and what is near. */
export function ClusterCard({ cluster, open, onAct }: ClusterCardProps) {
  const { questions } = useTexts()
  const [first = '', ...others] = cluster.samples
  return (
    <article className="cluster" aria-label={first}>
      <header>
        <h2>
          <button type="button" className="cluster-title" onClick={() => onAct('open', cluster)}>
            {first}
          </button>
        </h2>
        <span className="cluster-size" title={questions.timesOf(cluster.size)}>
          {questions.times(cluster.size)}
        </span>
        <Sparkline days={cluster.days} />
      </header>
      <Marks cluster={cluster} />
      {others.length > 0 ? (
        <p className="cluster-others">
          <span className="cluster-label">{questions.alsoAsked}</span>
          {others.map((text) => (
            <q key={text}>{text}</q>
          ))}
        </p>
      ) : null}
      <Replies cluster={cluster} />
      <Nearest cluster={cluster} />
      <footer>
        {open ? (
          <>
            <Button onClick={() => onAct('learn', cluster)}>{questions.learn}</Button>
            <Button onClick={() => onAct('create', cluster)}>{questions.create}</Button>
            <Button type="text" onClick={() => onAct('ignore', cluster)}>
              {questions.ignore}
            </Button>
            <Button type="text" onClick={() => onAct('out_of_scope', cluster)}>
              {questions.outOfScope}
            </Button>
          </>
        ) : (
          <Button onClick={() => onAct('reopen', cluster)}>{questions.reopen}</Button>
        )}
        <button type="button" className="text-button" onClick={() => onAct('open', cluster)}>
          {questions.all(cluster.size)}
        </button>
      </footer>
    </article>
  )
}

function Marks({ cluster }: { readonly cluster: ClusterView }) {
  const { questions } = useTexts()
  return (
    <p className="cluster-marks">
      {cluster.kinds.map(({ kind, count }) => (
        <i key={kind} className="chip">
          {questions.kinds[kind]} {count}
        </i>
      ))}
      {cluster.size > 2 && cluster.rise >= RISING ? (
        <i className="chip rising">
          <RiseOutlined aria-hidden /> {questions.rising}
        </i>
      ) : null}
      {cluster.answeredNow > 0 ? (
        <i className="chip answered">{questions.answeredNow(cluster.answeredNow, cluster.lookedAt)}</i>
      ) : null}
    </p>
  )
}

function Replies({ cluster }: { readonly cluster: ClusterView }) {
  const { questions } = useTexts()
  const [reply] = cluster.replies
  const wish = cluster.wishes.find(({ answer }) => answer !== undefined)
  return (
    <>
      {reply ? (
        <figure className="cluster-reply">
          <figcaption>
            {questions.humanReply} · {reply.agentName}
          </figcaption>
          <blockquote>{reply.text}</blockquote>
        </figure>
      ) : null}
      {wish ? (
        <figure className="cluster-reply">
          <figcaption>{questions.wish(wish.agentName)}</figcaption>
          <blockquote>{wish.answer}</blockquote>
        </figure>
      ) : null}
    </>
  )
}

function Nearest({ cluster }: { readonly cluster: ClusterView }) {
  const { questions } = useTexts()
  return (
    <p className="cluster-nearest">
      <span className="cluster-label">{cluster.nearest.length > 0 ? questions.nearest : questions.noNearest}</span>
      {cluster.nearest.map(({ intent, title, share }) => (
        <Link key={intent} to={`/knowledge/intents/${encodeURIComponent(intent)}`}>
          {title} <small>{formatShare(share)}</small>
        </Link>
      ))}
    </p>
  )
}
