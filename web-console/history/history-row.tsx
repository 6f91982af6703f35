import type { HistoryRow as Row } from '../../src/protocol/history.ts'
import { customerName, useCustomerName } from '../desk/customer-name.ts'
import { TierTag } from '../desk/tier-tag.tsx'
import { LabelChips } from '../labels/label-chips.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { formatMoment, formatPreview } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { Marked } from './marked.tsx'
import type { Opened } from './use-history-place.ts'

interface HistoryRowProps {
  readonly row: Row
  readonly opened: Opened | undefined
  readonly onOpen: (opened: Opened) => void
}

/** A conversation that was found, and where in it. */
export function HistoryRow({ row, opened, onOpen }: HistoryRowProps) {
  const texts = useTexts()
  const locale = useLocale()
  const live = useDeskState((state) => state.conversations[row.conversation.id])
  const conversation = live && live.updatedAt >= row.conversation.updatedAt ? live : row.conversation
  const { id, status, customer, rating } = conversation
  const name = useCustomerName(customer)
  const here = opened?.id === id
  const first = row.hits[0]?.seq
  return (
    <li className={here ? 'found here' : 'found'}>
      <button
        type="button"
        className="found-open"
        aria-current={here ? 'true' : undefined}
        onClick={() => onOpen({ id, seq: first })}
      >
        <span className="found-line">
          <b>{name}</b>
          <TierTag tier={customer.tier} />
          <span className={`status status-${status}`}>{texts.status[status]}</span>
          <time>{formatMoment(conversation.createdAt, locale)}</time>
        </span>
        {row.hits.length === 0 ? (
          <span className="found-preview">{formatPreview(conversation.preview, texts)}</span>
        ) : null}
        <span className="found-line found-tags">
          <small>{[servedBy(row, texts), texts.history.count(conversation.lastSeq)].filter(Boolean).join(' · ')}</small>
          {rating ? <i className={rating.score <= 2 ? 'chip bad' : 'chip good'}>★ {rating.score}</i> : null}
          <LabelChips ids={conversation.labels} />
        </span>
      </button>
      <Hits row={row} seq={here ? opened.seq : undefined} onOpen={onOpen} />
    </li>
  )
}

/** Said by the state already where 小二 still serves. */
function servedBy({ agents, conversation }: Row, { history }: Texts): string {
  if (agents.length > 0) return history.served(agents.map((one) => one.name).join('、'))
  return conversation.status === 'resolved' ? history.byBot : ''
}

interface HitsProps {
  readonly row: Row
  readonly seq: number | undefined
  readonly onOpen: (opened: Opened) => void
}

function Hits({ row, seq, onOpen }: HitsProps) {
  const texts = useTexts()
  if (row.hits.length === 0) return null

  const { id, customer } = row.conversation
  const nameOf = (hit: Row['hits'][number]) =>
    hit.author === 'customer'
      ? customerName(customer, texts)
      : (hit.name ?? (hit.author === 'bot' ? texts.thread.bot : texts.thread.system))
  return (
    <ul className="found-hits">
      {row.hits.map((hit) => (
        <li key={hit.seq}>
          <button
            type="button"
            className={hit.seq === seq ? 'found-hit here' : 'found-hit'}
            onClick={() => onOpen({ id, seq: hit.seq })}
          >
            <span className="hit-who">
              {nameOf(hit)}
              {hit.note ? ` · ${texts.history.note}` : ''}
            </span>
            <span>
              <Marked text={hit.text} ranges={hit.ranges} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
