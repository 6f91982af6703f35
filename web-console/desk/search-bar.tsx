import { CloseOutlined, DownOutlined, SearchOutlined, UpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { authorName } from './author-name.ts'
import { Marked } from './marked.tsx'
import type { Search } from './use-search.ts'
import './search.css'

interface SearchBarProps {
  readonly conversation: DeskConversation
  readonly search: Search
  readonly field: RefObject<HTMLInputElement | null>
  readonly onClose: () => void
}

/** Finds words in the whole of this conversation, however long it is. */
export function SearchBar({ conversation, search, field, onClose }: SearchBarProps) {
  const { search: texts } = useTexts()
  const { found, at, load } = search
  const last = found.hits.length - 1
  useEffect(() => field.current?.focus(), [field])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return
    if (event.key === 'Escape') onClose()
    if (event.key === 'Enter') search.show(event.shiftKey ? at - 1 : at + 1)
  }

  return (
    <search className="thread-search">
      <div className="search-line">
        <SearchOutlined aria-hidden="true" />
        <input
          ref={field}
          type="text"
          value={search.query}
          maxLength={100}
          placeholder={texts.placeholder}
          aria-label={texts.placeholder}
          title={texts.hint}
          onChange={(event) => search.write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className="search-count" role="status">
          {load === 'ready' ? (last < 0 ? texts.none : texts.count(at + 1, last + 1, found.more)) : ''}
        </span>
        <Step label={texts.older} icon={<UpOutlined />} disabled={at >= last} onClick={() => search.show(at + 1)} />
        <Step label={texts.newer} icon={<DownOutlined />} disabled={at <= 0} onClick={() => search.show(at - 1)} />
        <Step label={texts.close} icon={<CloseOutlined />} onClick={onClose} />
      </div>
      <SearchFailed search={search} />
      {last >= 0 ? <Hits conversation={conversation} search={search} /> : null}
    </search>
  )
}

interface StepProps {
  readonly label: string
  readonly icon: React.ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}

function Step({ label, icon, disabled = false, onClick }: StepProps) {
  return (
    <Button
      type="text"
      size="small"
      icon={icon}
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    />
  )
}

function SearchFailed({ search }: { readonly search: Search }) {
  const texts = useTexts()
  if (search.load !== 'failed') return null

  return (
    <p className="search-failed" role="alert">
      {texts.loadFailed}
      <Button type="link" size="small" onClick={search.retry}>
        {texts.retry}
      </Button>
    </p>
  )
}

function Hits({ conversation, search }: { readonly conversation: DeskConversation; readonly search: Search }) {
  const texts = useTexts()
  const locale = useLocale()
  const shown = useRef<HTMLButtonElement>(null)
  const { found, at, words } = search
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may leave the part of the list that is in sight.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ul className="search-hits" aria-label={texts.search.results}>
      {found.hits.map((hit, index) => (
        <li key={hit.seq}>
          <button
            type="button"
            ref={index === at ? shown : undefined}
            aria-current={index === at}
            onClick={() => search.show(index)}
          >
            <b>{authorName(hit.author, conversation.customer, texts)}</b>
            <span>
              <Marked text={hit.text} words={words} />
            </span>
            <time>{formatMoment(hit.at, locale)}</time>
          </button>
        </li>
      ))}
    </ul>
  )
}
