import { InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import type { AgentChange } from './agents-section.tsx'

interface AgentSkillsProps {
  readonly agent: AgentView
  readonly onChange: (change: AgentChange) => void
}

/** What an agent knows about, and how many they hold at once; supervisors change it. */
export function AgentSkills({ agent, onChange }: AgentSkillsProps) {
  const texts = useTexts()
  const locale = useLocale()
  const words = texts.queue.agents
  const groups = useDeskState((state) => state.reception?.groups ?? NO_GROUPS)
  const editable = useDeskState((state) => state.me.role !== 'agent') && agent.active
  const nameOf = (id: string) => groups.find((one) => one.id === id)?.name[locale] ?? id
  if (!editable) {
    return (
      <span className="agent-skills">
        {groups.length > 0 ? agent.groups.map(nameOf).join(' · ') || words.everything : null}
        <small>
          {words.limit} {agent.limit}
        </small>
      </span>
    )
  }
  return (
    <span className="agent-skills">
      {groups.length > 0 ? (
        <Select
          mode="multiple"
          className="agent-groups"
          value={agent.groups}
          placeholder={words.everything}
          aria-label={`${agent.name} ${words.groups}`}
          options={groups.map(({ id, name }) => ({ value: id, label: name[locale] }))}
          onChange={(next) => onChange({ groups: next })}
        />
      ) : null}
      <Limit agent={agent} onChange={onChange} />
    </span>
  )
}

const NO_GROUPS: readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[] = []

/** Saved when it is left: each key of "12" would be a limit of its own. */
function Limit({ agent, onChange }: AgentSkillsProps) {
  const texts = useTexts()
  const words = texts.queue.agents
  const [value, setValue] = useState<number | null>(agent.ownLimit ?? null)
  useEffect(() => setValue(agent.ownLimit ?? null), [agent.ownLimit])

  const save = () => {
    if (value !== (agent.ownLimit ?? null)) onChange({ limit: value })
  }
  return (
    <InputNumber
      className="agent-limit"
      min={1}
      max={200}
      precision={0}
      prefix={words.limit}
      value={value}
      placeholder={agent.ownLimit === undefined ? words.usual(agent.limit) : ''}
      aria-label={`${agent.name} ${words.limit}`}
      onChange={setValue}
      onBlur={save}
      onPressEnter={save}
    />
  )
}
