import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CheckView, KnowledgeDraftView, PublicationView } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { Field } from '../field.tsx'
import { TextBox } from '../text-box.tsx'
import { useWords } from '../use-words.ts'
import type { UseCheck } from './use-check.ts'

interface PublishBoxProps {
  readonly draft: KnowledgeDraftView
  readonly checking: UseCheck
  /** The folder contradicts it. */
  readonly blocked: boolean
}

/** The step into service: only what was checked, and what makes nothing worse, unless that is wanted. */
export function PublishBox({ draft, checking, blocked }: PublishBoxProps) {
  const { publish: words } = useWords()
  const isOwner = useDeskState((state) => state.me.role === 'owner')
  const [note, setNote] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const { publish, busy } = usePublish()
  const { check } = checking
  const regressions = check?.result?.regressions ?? 0
  const reason = useReason(draft, check, blocked)
  const ready = isOwner && reason === undefined && (regressions === 0 || confirmed)
  return (
    <section className="draft-part publish" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Field label={words.note} hint={words.noteHint}>
        {(id) => <TextBox id={id} value={note} maxLength={500} onChange={setNote} />}
      </Field>
      {reason === undefined && regressions > 0 ? (
        <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
          {words.confirm(regressions)}
        </Checkbox>
      ) : null}
      <p className="publish-line">
        <Button
          type="primary"
          disabled={!ready}
          loading={busy}
          onClick={() => void publish({ print: draft.print, note: note.trim(), confirmed })}
        >
          {words.publish}
        </Button>
        <span className="hint">{isOwner ? (reason ?? words.ready) : words.ownersOnly}</span>
      </p>
    </section>
  )
}

/** Why it cannot be published as it is. */
function useReason(draft: KnowledgeDraftView, check: CheckView | undefined, blocked: boolean): string | undefined {
  const { publish: words } = useWords()
  if (draft.problems.length > 0) return words.broken
  if (blocked) return words.conflict
  if (check?.state === 'running') return words.wait
  if (check?.state !== 'done' || check.print !== draft.print) return words.unchecked
  return check.result && check.result.problems.length > 0 ? words.broken : undefined
}

function usePublish() {
  const texts = useTexts()
  const { publish: words } = useWords()
  const say = useSay()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)

  async function publish(wish: { print: string; note: string; confirmed: boolean }): Promise<void> {
    setBusy(true)
    try {
      const { number } = await request<PublicationView>('POST', '/api/v1/knowledge/publications', wish)
      say.success(words.published(number))
      navigate(`/knowledge/versions/${number}`)
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
      void reloadDraft()
    }
  }
  return { publish, busy }
}
