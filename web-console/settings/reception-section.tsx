import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { ReceptionView } from '../../src/protocol/console.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useLoaded } from '../net/use-loaded.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ChoiceCards } from './choice-cards.tsx'

type Change = { mode?: ReceptionView['mode'] | null; first?: ReceptionView['first'] | null }

/** The big switch: who receives customers. */
export function ReceptionSection() {
  const desk = useDesk()
  const { loaded, reload } = useLoaded<ReceptionView>('/api/v1/reception')
  const live = useDeskState((state) => state.reception)
  const { change, busy } = useChange()
  const mayChange = useDeskState((state) => state.me.role !== 'agent')

  useEffect(() => {
    if (loaded.kind === 'ready') desk.store.send({ type: 'reception:changed', reception: loaded.value })
  }, [desk, loaded])

  if (loaded.kind === 'failed' && !live) return <LoadFailed thrown={loaded.thrown} onRetry={reload} />
  if (!live) return <Skeleton active />

  return <Switches reception={live} busy={busy} mayChange={mayChange} change={change} />
}

function useChange() {
  const texts = useTexts()
  const desk = useDesk()
  const say = useSay()
  const [busy, setBusy] = useState(false)

  async function change(draft: Change): Promise<void> {
    setBusy(true)
    try {
      const reception = await request<ReceptionView>('PUT', '/api/v1/reception', draft)
      desk.store.send({ type: 'reception:changed', reception })
      say.success(texts.reception.changed)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  return { change, busy }
}

interface SwitchesProps {
  readonly reception: ReceptionView
  readonly busy: boolean
  readonly mayChange: boolean
  readonly change: (draft: Change) => Promise<void>
}

function Switches({ reception, busy, mayChange, change }: SwitchesProps) {
  const { reception: words, settings } = useTexts()
  const { switched, mode, first } = reception
  const locked = busy || !mayChange
  return (
    <>
      <p className="intro">{mayChange ? words.intro : settings.forbidden}</p>
      <ChoiceCards
        title={words.modeTitle}
        value={mode}
        busy={locked}
        choices={[
          { value: 'auto', title: words.auto, text: words.autoText },
          { value: 'assist', title: words.assist, text: words.assistText },
        ]}
        onChoose={(next) => void change({ mode: next })}
      />
      <Follow switched={switched.mode !== undefined} busy={locked} onFollow={() => void change({ mode: null })} />
      <ChoiceCards
        title={words.firstTitle}
        value={first}
        busy={locked}
        quiet={mode === 'assist'}
        choices={[
          { value: 'bot', title: words.bot, text: words.botText },
          { value: 'agent', title: words.agent, text: words.agentText },
          { value: 'split', title: words.split, text: words.splitText },
        ]}
        onChoose={(next) => void change({ first: next })}
      />
      {mode === 'assist' ? <p className="intro">{words.firstIdle}</p> : null}
      <Follow switched={switched.first !== undefined} busy={locked} onFollow={() => void change({ first: null })} />
      <h2>{words.desk}</h2>
      <p className="desk-hours">
        <i className={reception.deskOpen ? 'dot online' : 'dot offline'} aria-hidden="true" />
        {reception.deskOpen ? words.deskOpen : words.deskClosed} · {reception.deskHours}
      </p>
    </>
  )
}

interface FollowProps {
  readonly switched: boolean
  readonly busy: boolean
  readonly onFollow: () => void
}

/** Says who decides now, and gives the decision back to shop.yaml. */
function Follow({ switched, busy, onFollow }: FollowProps) {
  const { reception } = useTexts()
  return (
    <p className="follow">
      {switched ? reception.switched : reception.followed}
      {switched ? (
        <Button type="link" size="small" disabled={busy} onClick={onFollow}>
          {reception.follow}
        </Button>
      ) : null}
    </p>
  )
}
