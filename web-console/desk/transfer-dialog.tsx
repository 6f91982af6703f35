import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { Actions } from './use-actions.ts'

interface TransferDialogProps {
  readonly conversationId: string
  readonly onTransfer: Actions['transfer']
  readonly onClose: () => void
}

const ORDER = { online: 0, busy: 1, away: 2, offline: 3 }

/** Gives a conversation to a colleague, with a word on the way. */
export function TransferDialog({ conversationId, onTransfer, onClose }: TransferDialogProps) {
  const texts = useTexts()
  const colleagues = useColleagues()
  const [agentId, setAgentId] = useState<string>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const chosen = colleagues.find((agent) => agent.id === agentId)

  async function transfer(): Promise<void> {
    if (!chosen) return

    setBusy(true)
    const done = await onTransfer({ conversationId, agentId: chosen.id, note, agentName: chosen.name })
    setBusy(false)
    if (done) onClose()
  }

  return (
    <Modal
      open
      title={texts.act.transferTitle}
      okText={texts.act.transfer}
      okButtonProps={{ disabled: !chosen, loading: busy }}
      onOk={() => void transfer()}
      onCancel={onClose}
      width={440}
    >
      <Colleagues colleagues={colleagues} chosen={agentId} onChoose={setAgentId} />
      <Input
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        placeholder={texts.act.transferNote}
        aria-label={texts.act.transferNote}
        onPressEnter={() => void transfer()}
      />
    </Modal>
  )
}

interface ColleaguesProps {
  readonly colleagues: readonly AgentView[]
  readonly chosen: string | undefined
  readonly onChoose: (agentId: string) => void
}

function Colleagues({ colleagues, chosen, onChoose }: ColleaguesProps) {
  const texts = useTexts()
  if (colleagues.length === 0) return <p className="none">{texts.act.transferNobody}</p>

  return (
    <div className="colleagues" role="radiogroup" aria-label={texts.act.transferTitle}>
      {colleagues.map((agent) => (
        <label key={agent.id} className={agent.id === chosen ? 'colleague chosen' : 'colleague'}>
          <input type="radio" name="colleague" checked={agent.id === chosen} onChange={() => onChoose(agent.id)} />
          <i className={`dot ${agent.presence}`} aria-hidden="true" />
          <b>{agent.name}</b>
          <span>{texts.presence[agent.presence]}</span>
          <small>{texts.presence.assigned(agent.assigned)}</small>
        </label>
      ))}
    </div>
  )
}

/** Everyone else whose account is in use, those on duty first. */
function useColleagues() {
  const agents = useDeskState((state) => state.agents)
  const myId = useDeskState((state) => state.me.id)
  return Object.values(agents)
    .filter((agent) => agent.active && agent.id !== myId && agent.presence !== 'offline')
    .sort((a, b) => ORDER[a.presence] - ORDER[b.presence] || a.assigned - b.assigned)
}
