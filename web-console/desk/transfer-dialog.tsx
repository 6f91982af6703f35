import { Input, Modal } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { selectAgents } from '../state/select-agents.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { Actions, Transfer } from './use-actions.ts'

interface TransferDialogProps {
  readonly conversationId: string
  readonly onTransfer: Actions['transfer']
  readonly onClose: () => void
}

type To = Transfer['to']

const ORDER = { online: 0, busy: 1, away: 2, offline: 3 }

/** Asks a colleague to take a conversation, or gives it to a group, with a word on the way. */
export function TransferDialog({ conversationId, onTransfer, onClose }: TransferDialogProps) {
  const texts = useTexts()
  const [to, setTo] = useState<To>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)

  async function transfer(): Promise<void> {
    if (!to || busy) return

    setBusy(true)
    const done = await onTransfer({ conversationId, to, note })
    setBusy(false)
    if (done) onClose()
  }

  return (
    <Modal
      open
      title={texts.act.transferTitle}
      okText={texts.act.transfer}
      okButtonProps={{ disabled: !to, loading: busy }}
      onOk={() => void transfer()}
      onCancel={onClose}
      width={440}
    >
      <div role="radiogroup" aria-label={texts.act.transferTitle}>
        <Groups chosen={to} onChoose={setTo} />
        <Colleagues chosen={to} onChoose={setTo} />
      </div>
      <Input
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
        placeholder={texts.act.transferNote}
        aria-label={texts.act.transferNote}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void transfer()
        }}
      />
    </Modal>
  )
}

interface ChoiceProps {
  readonly chosen: To | undefined
  readonly onChoose: (to: To) => void
}

function Groups({ chosen, onChoose }: ChoiceProps) {
  const texts = useTexts()
  const locale = useLocale()
  const groups = useDeskState((state) => state.reception?.groups)
  const agents = useDeskState((state) => state.agents)
  const words = texts.queue.transfer
  if (!groups || groups.length === 0) return null

  const knows = (one: AgentView, id: string) => one.groups.length === 0 || one.groups.includes(id)
  const there = (id: string) =>
    Object.values(agents).filter((one) => one.presence === 'online' && knows(one, id)).length
  return (
    <>
      <h3 className="transfer-heading">{words.groups}</h3>
      <div className="colleagues">
        {groups.map(({ id, name, open }) => (
          <Choice
            key={id}
            checked={chosen?.kind === 'group' && chosen.id === id}
            onCheck={() => onChoose({ kind: 'group', id, name: name[locale] })}
          >
            <b>{name[locale]}</b>
            <span>{open ? '' : words.closed}</span>
            <small>{words.there(there(id))}</small>
          </Choice>
        ))}
      </div>
    </>
  )
}

function Colleagues({ chosen, onChoose }: ChoiceProps) {
  const texts = useTexts()
  const colleagues = useColleagues()
  const words = texts.queue.transfer
  return (
    <>
      <h3 className="transfer-heading">{words.colleagues}</h3>
      {colleagues.length === 0 ? <p className="none">{texts.act.transferNobody}</p> : null}
      <div className="colleagues">
        {colleagues.map((agent) => (
          <Choice
            key={agent.id}
            checked={chosen?.kind === 'agent' && chosen.id === agent.id}
            disabled={agent.presence !== 'online' || agent.assigned >= agent.limit}
            onCheck={() => onChoose({ kind: 'agent', id: agent.id, name: agent.name })}
          >
            <i className={`dot ${agent.presence}`} aria-hidden="true" />
            <b>{agent.name}</b>
            <span>{texts.presence[agent.presence]}</span>
            <small>
              {texts.queue.presence.load(agent.assigned, agent.limit)}
              {agent.assigned >= agent.limit ? ` · ${words.full}` : ''}
            </small>
          </Choice>
        ))}
      </div>
    </>
  )
}

interface RadioProps {
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onCheck: () => void
  readonly children: ReactNode
}

function Choice({ checked, disabled = false, onCheck, children }: RadioProps) {
  return (
    <label className={`colleague${checked ? ' chosen' : ''}${disabled ? ' disabled' : ''}`}>
      <input type="radio" name="colleague" checked={checked} disabled={disabled} onChange={onCheck} />
      {children}
    </label>
  )
}

/** Everyone else whose account is in use and who is there; those who may be asked first. */
function useColleagues(): readonly AgentView[] {
  const agents = useDeskState((state) => state.agents)
  const conversations = useDeskState((state) => state.conversations)
  const myId = useDeskState((state) => state.me.id)
  return useMemo(
    () =>
      selectAgents({ agents, conversations })
        .filter((agent) => agent.active && agent.id !== myId && agent.presence !== 'offline')
        .sort((a, b) => ORDER[a.presence] - ORDER[b.presence] || a.assigned - b.assigned),
    [agents, conversations, myId],
  )
}
