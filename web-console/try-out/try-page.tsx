import { Segmented } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Refusal } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { BatchView } from './batch-view.tsx'
import { TalkChat } from './talk-chat.tsx'
import { TalkSetup } from './talk-setup.tsx'
import { TurnWhy } from './turn-why.tsx'
import { type Setup, useTalk } from './use-talk.ts'
import '../desk/desk.css'
import '../desk/transcript.css'
import '../desk/assist.css'
import './try.css'

const FORBIDDEN = new Refusal('forbidden', '', 403)

/** 试一试: says what a shopper would say, and shows why 小二 answers what it answers. */
export function TryPage() {
  const { tryOut } = useTexts()
  const [params, setParams] = useSearchParams()
  const allowed = useDeskState((state) => state.me.role !== 'agent')
  const view = params.get('view') === 'batch' ? 'batch' : 'talk'
  if (!allowed) {
    return (
      <main className="page">
        <LoadFailed thrown={FORBIDDEN} onRetry={() => undefined} />
      </main>
    )
  }
  return (
    <main className="page try">
      <header className="try-head">
        <h1>{tryOut.title}</h1>
        <p>{tryOut.lead}</p>
        <Segmented<'talk' | 'batch'>
          value={view}
          options={[
            { value: 'talk', label: tryOut.views.talk },
            { value: 'batch', label: tryOut.views.batch },
          ]}
          onChange={(next) => setParams(next === 'batch' ? { view: 'batch' } : {})}
        />
      </header>
      {view === 'batch' ? <BatchView /> : <TalkView first={params.get('say')?.trim() ?? ''} />}
    </main>
  )
}

function TalkView({ first }: { readonly first: string }) {
  const locale = useLocale()
  const [setup, setSetup] = useState<Setup>({ knowledge: 'live', at: '', locale, page: '' })
  const [chosen, setChosen] = useState<number>()
  const talk = useTalk(setup, first)
  const turns = talk.tried?.turns ?? []
  // What was said last is what one wants to know about, unless one has chosen.
  const at = chosen !== undefined && chosen < turns.length ? chosen : turns.length - 1
  return (
    <div className="try-talk">
      <TalkSetup setup={setup} onChange={(change) => setSetup((before) => ({ ...before, ...change }))} />
      <TalkChat
        talk={talk}
        chosen={at}
        onChoose={setChosen}
        onSay={(words) => {
          setChosen(undefined)
          talk.say(words)
        }}
      />
      <TurnWhy turn={turns[at]} number={at + 1} />
    </div>
  )
}
