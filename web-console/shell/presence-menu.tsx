import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { AgentView } from '../../src/protocol/console.ts'
import { refusalText } from '../net/refusal.ts'
import { selectRows } from '../state/select-rows.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useDesk, useDeskState } from './desk-context.tsx'
import { useSay } from './use-say.ts'

const PRESENCES: readonly AgentView['presence'][] = ['online', 'busy', 'away', 'offline']

/** 在线 / 忙碌 / 小休 / 离线, with how many conversations one holds. */
export function PresenceMenu() {
  const texts = useTexts()
  const choose = useChoosePresence()
  const me = useDeskState((state) => state.me)
  const held = useDeskState((state) => selectRows(state, 'mine').length)

  const items = PRESENCES.map((presence) => ({
    key: presence,
    label: (
      <span className="presence-item">
        <i className={`dot ${presence}`} aria-hidden="true" />
        <b>{texts.presence[presence]}</b>
        <small>{texts.presence.hint[presence]}</small>
      </span>
    ),
    onClick: () => void choose(presence),
  }))

  return (
    <Dropdown menu={{ items, selectedKeys: [me.presence] }} trigger={['click']}>
      <Button type="text" className="presence" aria-label={`${texts.presence.label}: ${texts.presence[me.presence]}`}>
        <i className={`dot ${me.presence}`} aria-hidden="true" />
        <span className="wide-only">{texts.presence[me.presence]}</span>
        <span className="assigned">{texts.presence.assigned(held)}</span>
        <DownOutlined className="wide-only" />
      </Button>
    </Dropdown>
  )
}

function useChoosePresence() {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  return async (presence: AgentView['presence']): Promise<void> => {
    const ack = await desk.wire.request('presence:set', { presence })
    if (ack.ok) desk.store.send({ type: 'presence:changed', agents: [{ ...desk.store.get().me, presence }] })
    else say.error(refusalText(texts, ack))
  }
}
