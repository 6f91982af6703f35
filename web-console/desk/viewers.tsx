import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'

const SHOWN = 3

/** Which colleagues have this conversation open, so that two do not answer at once. */
export function Viewers({ conversationId }: { readonly conversationId: string }) {
  const { viewers: texts } = useTexts()
  const all = useDeskState((state) => state.viewers[conversationId])
  const me = useDeskState((state) => state.me.id)
  const others = (all ?? []).filter(({ agentId }) => agentId !== me)
  // Whoever writes matters more than whoever only looks.
  const [first] = others.toSorted((a, b) => Number(b.typing) - Number(a.typing))
  if (!first) return null

  return (
    <span className={first.typing ? 'viewers typing-here' : 'viewers'} role="status">
      {others.slice(0, SHOWN).map(({ agentId, name }) => (
        <i key={agentId} className="avatar face-agent" title={name} aria-hidden="true">
          {name.slice(0, 1)}
        </i>
      ))}
      <span>
        {first.typing ? texts.types(first.name) : texts.looks(first.name)}
        {others.length > 1 ? ` ${texts.more(others.length)}` : ''}
      </span>
    </span>
  )
}
