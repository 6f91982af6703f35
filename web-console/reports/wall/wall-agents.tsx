import type { WallView } from '../../../src/protocol/reports.ts'
import { useTexts } from '../../texts/use-texts.ts'

/** Who is there, and how much they hold. */
export function WallAgents({ agents }: Pick<WallView, 'agents'>) {
  const { wall: words } = useTexts().figures
  return (
    <section className="wall-agents" aria-label={words.agents}>
      <h2>{words.agents}</h2>
      {agents.length === 0 ? <p className="none">{words.noAgents}</p> : null}
      <ul>
        {agents.map((agent) => (
          <Agent key={agent.id} agent={agent} />
        ))}
      </ul>
    </section>
  )
}

function Agent({ agent }: { readonly agent: WallView['agents'][number] }) {
  const texts = useTexts()
  const { wall: words } = texts.figures
  const { name, presence, holds, limit, servedToday } = agent
  const part = limit === 0 ? 1 : Math.min(1, holds / limit)
  return (
    <li className={presence === 'offline' ? 'wall-agent gone' : 'wall-agent'}>
      <p>
        <i className={`dot ${presence}`} aria-hidden="true" />
        <b>{name}</b>
        <small>{presenceWord(presence, texts.presence)}</small>
      </p>
      <p className="wall-load">
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className={part >= 1 ? 'full' : ''}>
          <rect width="100" height="8" className="rest" />
          <rect width={part * 100} height="8" />
        </svg>
        <span aria-hidden="true">{words.load(holds, limit)}</span>
        <span className="sr-only">{words.holding(holds, limit)}</span>
        <small>{words.served(servedToday)}</small>
      </p>
    </li>
  )
}

function presenceWord(presence: string, words: ReturnType<typeof useTexts>['presence']): string {
  if (presence === 'online' || presence === 'busy' || presence === 'away') return words[presence]
  return words.offline
}
