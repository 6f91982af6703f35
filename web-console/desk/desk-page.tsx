import { memo, useDeferredValue, useEffect, useState } from 'react'
import { loadSnapshot } from '../live/fetch-desk.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ConversationList } from './conversation-list.tsx'
import { NoThread } from './no-thread.tsx'
import { SidePane } from './side/side-pane.tsx'
import { ThreadPane } from './thread-pane.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { useActions } from './use-actions.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { usePlace } from './use-place.ts'
import './desk.css'
import './thread.css'
import './transcript.css'
import './assist.css'
import './composer.css'
import './narrow.css'
import './customer.css'

const Beside = memo(SidePane)

/** 接待台: list, conversation, customer. */
export function DeskPage() {
  const { nav } = useTexts()
  const desk = useDesk()
  const [place, go] = usePlace()
  const load = useDeskState((state) => state.load)
  const actions = useActions(go)
  const [transferring, setTransferring] = useState<string>()
  const { conversationId } = place
  // What was said comes first; who said it follows in the next frame.
  const beside = useDeferredValue(conversationId)

  useEffect(() => {
    desk.open(conversationId)
    return () => desk.open(undefined)
  }, [desk, conversationId])
  useDeskKeys({ place, go, actions, onTransfer: setTransferring })

  if (load === 'error') return <LoadFailed onRetry={() => void loadSnapshot(desk.store)} />

  return (
    <main className="desk" data-pane={place.pane}>
      <h1 className="sr-only">{nav.desk}</h1>
      <ConversationList place={place} go={go} actions={actions} />
      {conversationId ? (
        <>
          <ThreadPane key={conversationId} id={conversationId} go={go} actions={actions} onTransfer={setTransferring} />
          <Beside conversationId={beside ?? conversationId} go={go} />
        </>
      ) : (
        <NoThread />
      )}
      {transferring ? (
        <TransferDialog
          conversationId={transferring}
          onTransfer={actions.transfer}
          onClose={() => setTransferring(undefined)}
        />
      ) : null}
    </main>
  )
}
