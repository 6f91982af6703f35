import { SettingOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { type Ref, useEffect, useImperativeHandle, useState } from 'react'
import { Link } from 'wouter'
import type { CannedReplyView, RenderedMessageView, VariableView } from '../../src/protocol/composing.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CannedPreview, gapsOf } from './canned-preview.tsx'
import { describeReply, fillGaps, isPlainText } from './canned-words.ts'
import { useCannedReplies, useCannedSearch } from './use-canned-replies.ts'
import { renderCanned, useRendered } from './use-rendered.ts'
import './canned.css'

/** More are not looked through, one types another letter. */
const SHOWN = 30

/** What the composer's keys do with the list. */
export interface PaletteKeys {
  move(by: number): void
  use(): void
}

interface CannedPaletteProps {
  readonly conversationId: string
  readonly query: string
  readonly keys: Ref<PaletteKeys>
  /** Says which option is active, for whoever reads the screen aloud. */
  readonly onActive: (optionId: string | undefined) => void
  readonly onUse: (messages: readonly RenderedMessageView[]) => void
  readonly onClose: () => void
}

/** 快捷短语 above the composer: typed for, walked through, looked at and used without leaving the keys. */
export function CannedPalette(props: CannedPaletteProps) {
  const { conversationId, query, keys, onActive, onUse, onClose } = props
  const { list, thrown, reload } = useCannedReplies()
  const search = useCannedSearch(list?.replies ?? NONE)
  const found = search(query).slice(0, SHOWN)
  const [active, setActive] = useState(0)
  const chosen = found[Math.min(active, found.length - 1)]
  const messages = useRendered(chosen?.id, conversationId)
  const filling = useFilling(chosen?.id)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the top again.
  useEffect(() => setActive(0), [query])
  useEffect(() => {
    onActive(chosen && optionId(chosen.id))
    if (chosen) document.getElementById(optionId(chosen.id))?.scrollIntoView({ block: 'nearest' })
  }, [chosen, onActive])

  const use = async (reply = chosen) => {
    const ready =
      reply && (reply.id === chosen?.id && messages ? messages : await renderCanned(reply.id, conversationId))
    if (!ready) return
    const filled = withValues(ready, filling.values)
    if (!isPlainText(filled) && gapsOf(filled).length > 0) filling.ask()
    else onUse(filled)
  }
  useImperativeHandle(keys, () => ({
    move: (by) =>
      setActive((at) => (found.length === 0 ? 0 : (Math.min(at, found.length - 1) + by + found.length) % found.length)),
    use: () => void use(),
  }))

  if (!list && thrown)
    return (
      <div className="canned-palette">
        <LoadFailed thrown={thrown} onRetry={reload} />
      </div>
    )
  if (!list)
    return (
      <div className="canned-palette">
        <Skeleton active paragraph={{ rows: 3 }} title={false} />
      </div>
    )

  return (
    <div className="canned-palette">
      <Found
        variables={list.variables}
        found={found}
        chosen={chosen}
        query={query}
        onPoint={setActive}
        onUse={(reply) => void use(reply)}
      />
      {chosen ? (
        <CannedPreview
          messages={messages}
          values={filling.values}
          filling={filling.asked}
          onFill={filling.fill}
          onUse={() => void use()}
          onClose={onClose}
        />
      ) : null}
      <PaletteFoot />
    </div>
  )
}

const NONE: readonly CannedReplyView[] = []

function optionId(id: string): string {
  return `canned-${id}`
}

/** What the agent fills in belongs to the reply that is looked at. */
function useFilling(id: string | undefined) {
  const [state, setState] = useState<{
    id: string | undefined
    asked: boolean
    values: Readonly<Record<string, string>>
  }>({
    id,
    asked: false,
    values: {},
  })
  const current = state.id === id ? state : { id, asked: false, values: {} }
  return {
    ...current,
    ask: () => setState({ ...current, asked: true }),
    fill: (values: Readonly<Record<string, string>>) => setState({ ...current, values }),
  }
}

function withValues(
  messages: readonly RenderedMessageView[],
  values: Readonly<Record<string, string>>,
): readonly RenderedMessageView[] {
  return messages.map((message) => {
    if (message.kind !== 'text') return message
    return {
      ...message,
      text: fillGaps(message.text, values),
      gaps: message.gaps.filter((name) => !values[name]?.trim()),
    }
  })
}

interface FoundProps {
  readonly variables: readonly VariableView[]
  readonly found: readonly CannedReplyView[]
  readonly chosen: CannedReplyView | undefined
  readonly query: string
  readonly onPoint: (at: number) => void
  readonly onUse: (reply: CannedReplyView) => void
}

function Found({ variables, found, chosen, query, onPoint, onUse }: FoundProps) {
  const texts = useTexts()
  const { canned } = texts
  if (found.length === 0) {
    return (
      <div className="canned-none" role="status">
        <b>{query ? canned.noMatch(query) : canned.none}</b>
        <small>{canned.noneHint}</small>
      </div>
    )
  }
  return (
    <div className="canned-found">
      <span className="sr-only" role="status">
        {canned.found(found.length)}
      </span>
      <div id="canned-list" role="listbox" aria-label={canned.list}>
        {found.map((reply, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the focus and its keys do the same.
          <div
            key={reply.id}
            tabIndex={-1}
            id={optionId(reply.id)}
            role="option"
            aria-selected={reply.id === chosen?.id}
            className={reply.id === chosen?.id ? 'active' : ''}
            // The composer keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onPoint(at)}
            onClick={() => onUse(reply)}
          >
            <span className="canned-line">
              <code>/{reply.code}</code>
              <b>{reply.title}</b>
              <small>{reply.scope === 'personal' ? canned.scope.personal : reply.folder}</small>
            </span>
            <span className="canned-words">{describeReply(reply, variables, texts)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

function PaletteFoot() {
  const { canned } = useTexts()
  return (
    <p className="canned-foot">
      <span>{canned.hint}</span>
      <Link to="/settings/canned">
        <SettingOutlined aria-hidden="true" /> {canned.manage}
      </Link>
    </p>
  )
}
