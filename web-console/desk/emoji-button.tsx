import { SmileOutlined } from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { EMOJIS, type EmojiGroup, noteEmoji, recentEmojis } from './emojis.ts'

const GROUPS = Object.keys(EMOJIS) as readonly EmojiGroup[]

export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { compose } = useTexts()
  const [open, setOpen] = useState(false)
  const pick = (emoji: string) => {
    noteEmoji(emoji)
    setOpen(false)
    onPick(emoji)
  }
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<EmojiPicker onPick={pick} onClose={() => setOpen(false)} />}
    >
      <Tooltip title={open ? '' : compose.emoji}>
        <Button type="text" className="tool" icon={<SmileOutlined />} aria-label={compose.emoji} aria-expanded={open} />
      </Tooltip>
    </Popover>
  )
}

interface EmojiPickerProps {
  readonly onPick: (emoji: string) => void
  readonly onClose: () => void
}

function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const { compose } = useTexts()
  const [recent] = useState(recentEmojis)
  const shown = [
    ...(recent.length > 0 ? [{ title: compose.emojiRecent, emojis: recent }] : []),
    ...GROUPS.map((group) => ({ title: compose.emojiGroups[group], emojis: EMOJIS[group] })),
  ]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move the focus among the buttons within.
    <div className="emojis" onKeyDown={(event) => moveFocus(event, onClose)}>
      {shown.map(({ title, emojis }, at) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {emojis.map((emoji, index) => (
            <button
              key={emoji}
              type="button"
              // biome-ignore lint/a11y/noAutofocus: it opens on a press, to be walked through by keys.
              autoFocus={at === 0 && index === 0}
              onClick={() => onPick(emoji)}
            >
              {emoji}
            </button>
          ))}
        </section>
      ))}
    </div>
  )
}

const ACROSS = 8
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -ACROSS,
  ArrowDown: ACROSS,
}

function moveFocus(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    onClose()
    return
  }
  const step = STEPS[event.key]
  if (step === undefined) return

  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
}
