import { Button, Input, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import type { RenderedMessageView } from '../../src/protocol/composing.ts'
import { FileCard } from '../desk/file-card.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { fillGaps, gapsIn, isPlainText, nameVariable } from './canned-words.ts'

interface CannedPreviewProps {
  readonly messages: readonly RenderedMessageView[] | undefined
  readonly values: Readonly<Record<string, string>>
  /** Whether the agent is about to fill in what is missing. */
  readonly filling: boolean
  readonly onFill: (values: Readonly<Record<string, string>>) => void
  readonly onUse: () => void
  readonly onClose: () => void
}

/** What the chosen reply will send here, with the values of this shopper. */
export function CannedPreview({ messages, values, filling, onFill, onUse, onClose }: CannedPreviewProps) {
  const { canned } = useTexts()
  if (!messages) return <Skeleton active className="canned-preview" title={false} paragraph={{ rows: 3 }} />

  const gaps = gapsOf(messages)
  const plain = isPlainText(messages)
  const filled = gaps.every((name) => values[name]?.trim())
  return (
    <section className="canned-preview" aria-label={canned.preview}>
      <h3>{canned.preview}</h3>
      <ol>
        {messages.map((message, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they do not move while they are shown.
          <li key={at}>
            <Shown message={message} values={values} />
          </li>
        ))}
      </ol>
      {plain ? null : <Gaps gaps={gaps} values={values} filling={filling} {...{ onFill, onUse, onClose }} />}
      <Button size="small" type="primary" disabled={!plain && !filled} onClick={onUse}>
        {plain ? canned.fill : messages.length > 1 ? canned.sendAll(messages.length) : canned.sendOne}
      </Button>
    </section>
  )
}

export function gapsOf(messages: readonly RenderedMessageView[]): readonly string[] {
  return [...new Set(messages.flatMap((one) => (one.kind === 'text' ? one.gaps : [])))]
}

interface ShownProps {
  readonly message: RenderedMessageView
  readonly values: Readonly<Record<string, string>>
}

function Shown({ message, values }: ShownProps) {
  const texts = useTexts()
  if (message.kind === 'image') return <img src={message.url} alt={texts.canned.image} />
  if (message.kind === 'file') return <FileCard name={message.name} size={message.size} />

  const parts = fillGaps(message.text, values).split(/(⟦[^⟦⟧]*⟧)/)
  return (
    <p>
      {parts.map((part, at) => {
        const [gap] = gapsIn(part)
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place in the sentence.
        return gap === undefined ? part : <mark key={at}>{nameVariable(gap, texts)}</mark>
      })}
    </p>
  )
}

interface GapsProps {
  readonly gaps: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly filling: boolean
  readonly onFill: (values: Readonly<Record<string, string>>) => void
  readonly onUse: () => void
  readonly onClose: () => void
}

/** What is not known is asked for, so that no sentence goes out with a hole in it. */
function Gaps({ gaps, values, filling, onFill, onUse, onClose }: GapsProps) {
  const texts = useTexts()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (filling) box.current?.querySelector('input')?.focus()
  }, [filling])

  return (
    <div ref={box}>
      {gaps.map((name) => (
        <Input
          key={name}
          size="small"
          maxLength={200}
          addonBefore={nameVariable(name, texts)}
          aria-label={texts.canned.gapInput(nameVariable(name, texts))}
          value={values[name] ?? ''}
          onChange={(event) => onFill({ ...values, [name]: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose()
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.keyCode !== 229) onUse()
          }}
        />
      ))}
    </div>
  )
}
