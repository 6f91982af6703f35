import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { DeskConversation } from '../../src/protocol/console.ts'
import { refusalText } from '../net/refusal.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import './queue.css'

/** A word to the people of the shop, and for who may, taking over: on a conversation that somebody else holds. */
export function StepIn({ conversation }: { readonly conversation: DeskConversation }) {
  const isSupervisor = useDeskState((state) => state.me.role !== 'agent')
  const mayTake = conversation.status === 'bot' || (conversation.status === 'assigned' && isSupervisor)
  return (
    <>
      {conversation.status === 'resolved' ? null : <SideWord conversation={conversation} mayWhisper={isSupervisor} />}
      {mayTake ? <TakeOver conversation={conversation} /> : null}
    </>
  )
}

function TakeOver({ conversation }: { readonly conversation: DeskConversation }) {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const { modal } = App.useApp()
  const { over } = texts.queue

  async function take(): Promise<void> {
    const ack = await desk.wire.request('conversation:take-over', { conversationId: conversation.id })
    if (ack.ok) say.success(over.taken)
    else say.error(refusalText(texts, ack))
  }

  const ask = () =>
    conversation.agent
      ? void modal.confirm({
          title: over.takeTitle(conversation.agent.name),
          content: over.takeText,
          okText: over.take,
          onOk: take,
        })
      : void take()
  return (
    <Button type="primary" ghost onClick={ask}>
      {over.take}
    </Button>
  )
}

interface SideWordProps {
  readonly conversation: DeskConversation
  readonly mayWhisper: boolean
}

/** A note; a supervisor's is a whisper to whoever holds it. */
function SideWord({ conversation, mayWhisper }: SideWordProps) {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { over } = texts.queue
  const holder = conversation.agent?.name
  const whisper = mayWhisper && holder !== undefined

  async function send(): Promise<void> {
    const words = text.trim()
    if (words === '' || busy) return
    setBusy(true)
    const ack = await desk.wire.request('note:add', {
      conversationId: conversation.id,
      clientId: crypto.randomUUID(),
      text: words,
      whisper,
    })
    setBusy(false)
    if (ack.ok) setText('')
    else say.error(refusalText(texts, ack))
  }

  const placeholder = whisper ? over.whisperPlaceholder(holder) : over.notePlaceholder
  return (
    <span className="step-in">
      <Input
        value={text}
        maxLength={2000}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void send()
        }}
      />
      <Button loading={busy} disabled={text.trim() === ''} onClick={() => void send()}>
        {whisper ? over.whisper : over.note}
      </Button>
    </span>
  )
}
