import { useSearchParams } from 'wouter'
import { useLabelKey } from '../labels/use-label-key.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Reading } from './reading.tsx'
import { ReadingHead } from './reading-head.tsx'
import { seqIn } from './use-history-place.ts'
import '../desk/desk.css'
import '../desk/thread.css'
import '../desk/narrow.css'

/** The permanent address of a conversation, or of one message in it. */
export function ConversationPage({ id }: { readonly id: string }) {
  const { history } = useTexts()
  const [params] = useSearchParams()
  const seq = seqIn(params)
  useLabelKey()
  return (
    <main className="conversation-page">
      <h1 className="sr-only">{history.title}</h1>
      <Reading
        id={id}
        seq={seq}
        query={params.get('q') ?? ''}
        head={({ conversation }) => <ReadingHead conversation={conversation} seq={seq} />}
      />
    </main>
  )
}
