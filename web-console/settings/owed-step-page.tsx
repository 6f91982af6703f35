import { Button } from 'antd'
import { EntryCard } from '../entry/entry-card.tsx'
import { loadSession, signOut } from '../net/session.ts'
import { Frame } from '../shell/frame.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { SecondStep } from './second-step.tsx'
import './settings.css'
import './account.css'

/** All that somebody sees of whom the shop demands a second step, until they have one. */
export function OwedStepPage() {
  const { account, nav } = useTexts()
  return (
    <Frame>
      <EntryCard title={account.owedTitle} intro={account.owed}>
        <SecondStep onSet={() => void loadSession()} />
        {/* Where the server cannot be reached one is signed in still: it is asked anew. */}
        <Button type="link" block onClick={() => void signOut().catch(loadSession)}>
          {nav.signOut}
        </Button>
      </EntryCard>
    </Frame>
  )
}
