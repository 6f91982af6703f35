import { MessageOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { useFollowUps } from './use-follow-ups.ts'

interface WriteAgainProps {
  readonly conversationId: string
  readonly wants?: string
  readonly primary?: boolean
}

/** Begins a new conversation with a customer whose last one has ended. */
export function WriteAgain({ conversationId, wants = '', primary = false }: WriteAgainProps) {
  const { followUp, todos } = useTexts()
  const { writeAgain } = useFollowUps()
  const [busy, setBusy] = useState(false)

  async function write(): Promise<void> {
    setBusy(true)
    await writeAgain(conversationId, wants)
    setBusy(false)
  }

  return (
    <Button
      {...(primary ? { type: 'primary', ghost: true, size: 'small' } : {})}
      icon={<MessageOutlined />}
      loading={busy}
      onClick={() => void write()}
    >
      {primary ? todos.write : followUp.writeAgain}
    </Button>
  )
}
