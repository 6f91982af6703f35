import { CheckOutlined, TagOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Tooltip } from 'antd'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import type { LabelView } from '../../src/protocol/labels.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { createFuzzySearch } from '../state/fuzzy-search.ts'
import { useTexts } from '../texts/use-texts.ts'
import { LabelChip } from './label-chips.tsx'
import './labels.css'

const ASK = 'xiaoer:labels'

/** Opens the labels of the conversation that is shown. */
export function askForLabels(): void {
  window.dispatchEvent(new Event(ASK))
}

/** A button with the labels behind it; Alt+L opens it too. */
export function LabelPicker({ conversation }: { readonly conversation: DeskConversation }) {
  const { labels } = useTexts()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(ASK, show)
    return () => window.removeEventListener(ASK, show)
  }, [])

  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Choices conversation={conversation} onDone={() => setOpen(false)} />}
    >
      <Tooltip title={open ? '' : 'Alt+L'}>
        <Button
          type="text"
          icon={<TagOutlined />}
          aria-label={labels.set}
          aria-haspopup="dialog"
          aria-expanded={open}
        />
      </Tooltip>
    </Popover>
  )
}

interface ChoicesProps {
  readonly conversation: DeskConversation
  readonly onDone: () => void
}

function Choices({ conversation, onDone }: ChoicesProps) {
  const texts = useTexts()
  const all = useDeskState((state) => state.labels)
  const toggle = useToggle(conversation)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const search = useMemo(() => createFuzzySearch(all, (label) => [label.name]), [all])
  const found = search(query)
  const chosen = found[Math.min(active, found.length - 1)]

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter' && chosen) void toggle(chosen)
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
  }

  if (all.length === 0) {
    return (
      <div className="label-picker" role="dialog" aria-label={texts.labels.set}>
        <p className="none">
          {texts.labels.none}
          <br />
          {texts.labels.noneHint}
        </p>
      </div>
    )
  }
  return (
    <div className="label-picker" role="dialog" aria-label={texts.labels.set}>
      <Input
        autoFocus
        allowClear
        value={query}
        placeholder={texts.labels.search}
        aria-label={texts.labels.search}
        onKeyDown={onKey}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
      />
      <ul aria-label={texts.labels.title}>
        {found.map((label) => (
          <li key={label.id}>
            <Option
              label={label}
              on={conversation.labels.includes(label.id)}
              active={label === chosen}
              onToggle={() => void toggle(label)}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="none">{texts.labels.nothing}</p> : null}
    </div>
  )
}

interface OptionProps {
  readonly label: LabelView
  readonly on: boolean
  readonly active: boolean
  readonly onToggle: () => void
}

function Option({ label, on, active, onToggle }: OptionProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={active ? 'label-option active' : 'label-option'}
      onClick={onToggle}
    >
      <LabelChip label={label} />
      {on ? <CheckOutlined aria-hidden="true" /> : null}
    </button>
  )
}

function useToggle(conversation: DeskConversation) {
  const desk = useDesk()
  const texts = useTexts()
  const say = useSay()
  return async ({ id }: LabelView): Promise<void> => {
    const on = !conversation.labels.includes(id)
    const ack = await desk.wire.request('conversation:label', { conversationId: conversation.id, labelId: id, on })
    if (!ack.ok) say.error(refusalText(texts, ack))
  }
}
