import { BulbOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { lazy, Suspense, useId, useState } from 'react'
import type { DeskMessage } from '../../src/protocol/console.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'

const IntentSelect = lazy(async () => ({ default: (await import('../questions/intent-select.tsx')).IntentSelect }))

/** 教小二: hands what a shopper has said to whoever writes the knowledge. What is being typed stays as it is. */
export function TeachButton({ message }: { readonly message: DeskMessage }) {
  const { questions } = useTexts()
  const [open, setOpen] = useState(false)
  if (message.author.kind !== 'customer' || message.body.kind !== 'text') return null
  return (
    <>
      <button
        type="button"
        className="line-tool"
        title={questions.teach.act}
        aria-label={questions.teach.act}
        onClick={() => setOpen(true)}
      >
        <BulbOutlined />
      </button>
      {open ? <TeachDialog message={message} text={message.body.text} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

interface TeachDialogProps {
  readonly message: DeskMessage
  readonly text: string
  readonly onClose: () => void
}

function TeachDialog({ message, text, onClose }: TeachDialogProps) {
  const texts = useTexts()
  const words = texts.questions.teach
  const say = useSay()
  const ids = { intent: useId(), answer: useId() }
  const [intent, setIntent] = useState('')
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)

  async function teach(): Promise<void> {
    setBusy(true)
    const { conversationId, seq } = message
    const wish = answer.trim()
    try {
      await request('POST', `/api/v1/conversations/${encodeURIComponent(conversationId)}/teach`, {
        seq,
        ...(intent !== '' && { intent }),
        ...(wish !== '' && { answer: wish }),
      })
      say.success(words.done)
      onClose()
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      setBusy(false)
    }
  }

  return (
    <Modal
      open
      title={words.title}
      okText={words.send}
      okButtonProps={{ loading: busy }}
      onOk={() => void teach()}
      onCancel={onClose}
      width={480}
    >
      <blockquote className="teach-quote">{text}</blockquote>
      <p className="teach-lead">{words.lead}</p>
      <label className="teach-label" htmlFor={ids.intent}>
        {words.intent}
      </label>
      <Suspense>
        <IntentSelect id={ids.intent} value={intent} onChange={setIntent} />
      </Suspense>
      <label className="teach-label" htmlFor={ids.answer}>
        {words.answer}
      </label>
      <Input.TextArea
        id={ids.answer}
        value={answer}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={(event) => setAnswer(event.target.value)}
      />
    </Modal>
  )
}
