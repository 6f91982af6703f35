import { App, Button, Select, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import type { AgentAccess } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { selectAgents } from '../state/select-agents.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AgentAccessLine } from './agent-access.tsx'
import { AgentSkills } from './agent-skills.tsx'
import { InviteDialog } from './invite-dialog.tsx'

const ROLES = ['agent', 'supervisor', 'owner'] as const
export type AgentChange = Partial<Pick<AgentView, 'role' | 'active' | 'groups'>> & { readonly limit?: number | null }

/** Who may answer here. Only owners change it; others see it where the server lets them. */
export function AgentsSection() {
  const texts = useTexts()
  const { loaded, reload, put } = useLoaded<{ agents: AgentView[] }>('/api/v1/agents')
  const owner = useDeskState((state) => state.me.role === 'owner')
  const [inviting, setInviting] = useState(false)

  if (loaded.kind === 'failed') return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (loaded.kind === 'loading') return <Skeleton active paragraph={{ rows: 5 }} />

  const { agents } = loaded.value
  const replace = (agent: AgentView) => put({ agents: agents.map((one) => (one.id === agent.id ? agent : one)) })
  return (
    <>
      <div className="intro-line">
        <p className="intro">{owner ? texts.agents.intro : texts.agents.readOnly}</p>
        {owner ? (
          <Button type="primary" onClick={() => setInviting(true)}>
            {texts.agents.invite}
          </Button>
        ) : null}
      </div>
      {owner ? <OwnersList agents={agents} onChanged={replace} /> : <AgentList agents={agents} onChanged={replace} />}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  )
}

interface AgentListProps {
  readonly agents: readonly AgentView[]
  readonly onChanged: (agent: AgentView) => void
  /** What an owner sees and may do besides. */
  readonly accessOf?: (agent: AgentView) => ReactNode
}

function AgentList({ agents, onChanged, accessOf }: AgentListProps) {
  return (
    <ul className="agents">
      {agents.map((agent) => (
        <AgentRow key={agent.id} agent={agent} editable={accessOf !== undefined} onChanged={onChanged}>
          {accessOf?.(agent)}
        </AgentRow>
      ))}
    </ul>
  )
}

function OwnersList({ agents, onChanged }: Omit<AgentListProps, 'accessOf'>) {
  const { loaded, reload } = useLoaded<{ agents: AgentAccess[] }>('/api/v1/agents/access')
  const accessOf = (agent: AgentView) => {
    const access = loaded.kind === 'ready' && loaded.value.agents.find(({ agentId }) => agentId === agent.id)
    return access ? <AgentAccessLine agent={agent} access={access} onChanged={reload} /> : null
  }
  const changed = (agent: AgentView) => {
    onChanged(agent)
    // Who is shut out is signed out too.
    reload()
  }
  return (
    <>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      <AgentList agents={agents} onChanged={changed} accessOf={accessOf} />
    </>
  )
}

interface AgentRowProps {
  readonly agent: AgentView
  readonly editable: boolean
  readonly onChanged: (agent: AgentView) => void
  readonly children: ReactNode
}

function AgentRow({ agent, editable, onChanged, children }: AgentRowProps) {
  const texts = useTexts()
  const myId = useDeskState((state) => state.me.id)
  const agents = useDeskState((state) => state.agents)
  const conversations = useDeskState((state) => state.conversations)
  const live = selectAgents({ agents, conversations }).find(({ id }) => id === agent.id)
  const { change, confirmDisable } = useAgentChange(agent, onChanged)
  const presence = agent.active ? (live?.presence ?? agent.presence) : 'offline'
  return (
    <li className={agent.active ? 'agent' : 'agent inactive'}>
      <span className="avatar face-agent">{agent.name.slice(0, 1)}</span>
      <AgentName agent={agent} />
      <span className="agent-state">
        <i className={`dot ${presence}`} aria-hidden="true" />
        {texts.presence[presence]}
        <small>{texts.presence.assigned(live?.assigned ?? agent.assigned)}</small>
      </span>
      {editable ? (
        <Select
          value={agent.role}
          aria-label={texts.agents.role}
          options={ROLES.map((value) => ({ value, label: texts.roles[value] }))}
          onChange={(role) => void change({ role })}
          popupMatchSelectWidth={false}
        />
      ) : (
        <span>{texts.roles[agent.role]}</span>
      )}
      {editable && agent.id !== myId ? (
        <Button danger={agent.active} onClick={agent.active ? confirmDisable : () => void change({ active: true })}>
          {agent.active ? texts.agents.disable : texts.agents.enable}
        </Button>
      ) : (
        <span className="agent-no-action" />
      )}
      <AgentSkills agent={agent} onChange={(draft) => void change(draft)} />
      {children}
    </li>
  )
}

function AgentName({ agent }: { readonly agent: AgentView }) {
  const { agents } = useTexts()
  const myId = useDeskState((state) => state.me.id)
  return (
    <span className="agent-who">
      <b>
        {agent.name}
        {agent.id === myId ? <i className="chip quiet">{agents.you}</i> : null}
        {agent.active ? null : <i className="chip bad">{agents.inactive}</i>}
      </b>
      <small>{agent.login}</small>
    </span>
  )
}

function useAgentChange(agent: AgentView, onChanged: (agent: AgentView) => void) {
  const texts = useTexts()
  const say = useSay()
  const { modal } = App.useApp()

  async function change(draft: AgentChange): Promise<void> {
    try {
      const path = `/api/v1/agents/${encodeURIComponent(agent.id)}`
      onChanged((await request<{ agent: AgentView }>('PATCH', path, draft)).agent)
      say.success(texts.saved)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  const confirmDisable = () =>
    void modal.confirm({
      title: texts.agents.disableTitle(agent.name),
      content: texts.agents.disableText,
      okText: texts.agents.disable,
      okButtonProps: { danger: true },
      onOk: () => change({ active: false }),
    })
  return { change, confirmDisable }
}
