import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { IntentEdited } from '../../../src/protocol/editing.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { DraftBar } from '../draft-bar.tsx'
import { IntentPage } from '../intent-page.tsx'
import { draftIntent, toIntentPath } from '../paths.ts'
import { useWords } from '../use-words.ts'
import { IntentEditor } from './intent-editor.tsx'
import '../list/list.css'
import './form.css'

/** One intent: whoever may write changes it, unless the way leads to the answer that was used; all others read it. */
export function EditIntentPage({ id }: { readonly id: string }) {
  const mayEdit = useDeskState((state) => state.me.role !== 'agent')
  const [params] = useSearchParams()
  const [, navigate] = useLocation()
  const { form: words } = useWords()
  if (!mayEdit) return <IntentPage id={id} />
  if (params.has('answer') || params.get('view') === 'live') {
    return (
      <IntentPage
        id={id}
        tools={
          <Button type="primary" onClick={() => navigate(toIntentPath(id))}>
            {words.edit}
          </Button>
        }
      />
    )
  }
  return <Edited id={id} />
}

function Edited({ id }: { readonly id: string }) {
  const { loaded, reload, put } = useLoaded<IntentEdited>(draftIntent(id))
  // Another look at the file begins anew; what a save brings back does not.
  const [round, setRound] = useState(0)
  const again = () => {
    setRound((one) => one + 1)
    reload()
  }
  return (
    <main className="page knowledge intent-edit">
      <DraftBar />
      {loaded.kind === 'failed' ? <Unread id={id} thrown={loaded.thrown} onRetry={again} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
      {loaded.kind === 'ready' ? (
        <IntentEditor key={`${id} ${round}`} edited={loaded.value} onSaved={put} onStale={again} />
      ) : null}
    </main>
  )
}

interface UnreadProps {
  readonly id: string
  readonly thrown: unknown
  readonly onRetry: () => void
}

/** Its file may be broken: then it is still served, and mended as a file. */
function Unread({ id, thrown, onRetry }: UnreadProps) {
  const { form: words } = useWords()
  return (
    <>
      <LoadFailed thrown={thrown} onRetry={onRetry} />
      <p className="knowledge-lead centred">
        <Link to={`${toIntentPath(id)}?view=live`}>{words.readLive}</Link> ·{' '}
        <Link to="/knowledge/files">{words.toFiles}</Link>
      </p>
    </>
  )
}
