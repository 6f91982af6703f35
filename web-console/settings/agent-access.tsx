import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import type { AgentAccess } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import './agent-access.css'

interface AccessProps {
  readonly agent: AgentView
  readonly access: AgentAccess
  readonly onChanged: () => void
}

/** In how many browsers an agent is signed in, and whether a second step is asked for; pressed, what an owner may end. */
export function AgentAccessLine(props: AccessProps) {
  const { access: words } = useTexts()
  const [open, setOpen] = useState(false)
  const { sessions, secondStepSince } = props.access
  const secured = secondStepSince !== undefined
  return (
    <span className="agent-access">
      <Button type="link" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.open(sessions.length)} · {words.step(secured)}
      </Button>
      {open ? <AccessDialog {...props} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

function AccessDialog({ agent, access, onChanged, onClose }: AccessProps & { readonly onClose: () => void }) {
  const texts = useTexts()
  const words = texts.access
  const locale = useLocale()
  const isMe = useDeskState((state) => state.me.id === agent.id)
  const { endSessions, resetStep } = useEnding(agent, onChanged)
  const { sessions, secondStepSince } = access
  const moment = (at: number) => formatMoment(at, locale)
  return (
    <Modal open title={words.of(agent.name)} footer={null} onCancel={onClose} destroyOnHidden>
      {sessions.length === 0 ? <p className="intro">{words.none}</p> : null}
      <ul className="access-list">
        {sessions.map(({ startedAt, usedAt }, index) => (
          // Two of the same moments are two browsers all the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: sessions have no name that may leave the server
          <li key={index}>{words.session(moment(startedAt), moment(usedAt))}</li>
        ))}
      </ul>
      <p className="intro">
        {secondStepSince === undefined ? words.stepOff : words.stepSince(moment(secondStepSince))}
      </p>
      {isMe ? (
        <p className="intro">{words.mine}</p>
      ) : (
        <div className="access-buttons">
          <Button danger disabled={sessions.length === 0} onClick={endSessions}>
            {words.end}
          </Button>
          {secondStepSince === undefined ? null : <Button onClick={resetStep}>{words.reset}</Button>}
        </div>
      )}
    </Modal>
  )
}

function useEnding({ id, name }: AgentView, onChanged: () => void) {
  const texts = useTexts()
  const words = texts.access
  const say = useSay()
  const { modal } = App.useApp()

  async function end(what: 'sessions' | 'second-factor', done: string): Promise<void> {
    try {
      await request('DELETE', `/api/v1/agents/${encodeURIComponent(id)}/${what}`)
      say.success(done)
      onChanged()
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  const endSessions = () =>
    void modal.confirm({
      title: words.endSure(name),
      content: words.endText,
      okText: words.end,
      okButtonProps: { danger: true },
      onOk: () => end('sessions', words.ended(name)),
    })
  const resetStep = () =>
    void modal.confirm({
      title: words.resetSure(name),
      content: words.resetText,
      okText: words.reset,
      okButtonProps: { danger: true },
      onOk: () => end('second-factor', words.resetDone(name)),
    })
  return { endSessions, resetStep }
}
