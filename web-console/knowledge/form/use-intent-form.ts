import { useCallback, useEffect, useRef, useState } from 'react'
import type { IntentEdited, IntentForm } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { Refusal, thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { draftIntent } from '../paths.ts'
import { useWords } from '../use-words.ts'
import { type KeyedForm, sameForm, toForm, toKeyed } from './keyed-form.ts'

/** What was typed and not saved survives a look at another page. */
const unsaved = new Map<string, { readonly form: KeyedForm; readonly base: IntentEdited }>()

export interface UseIntentForm {
  readonly form: KeyedForm
  readonly base: IntentEdited
  readonly dirty: boolean
  readonly busy: boolean
  /** It was taken up again from an earlier visit. */
  readonly resumed: boolean
  /** What a colleague saved meanwhile, until it is decided whose holds. */
  readonly theirs: IntentEdited | undefined
  readonly change: (change: Partial<KeyedForm>) => void
  /** Resolves to whether it is saved. */
  readonly save: () => Promise<boolean>
  readonly drop: () => void
  readonly settle: (whose: 'mine' | 'theirs' | 'later') => Promise<void>
}

/** A form over an intent of the draft, and what becomes of it. */
export function useIntentForm(edited: IntentEdited, onSaved: (edited: IntentEdited) => void): UseIntentForm {
  const { id } = edited.form
  const [kept] = useState(() => unsaved.get(id))
  const [base, setBase] = useState(kept?.base ?? edited)
  const [form, setForm] = useState<KeyedForm>(() => kept?.form ?? toKeyed(edited.form))
  const [theirs, setTheirs] = useState<IntentEdited>()
  const { send, busy } = useSend(id)
  const dirty = !sameForm(toForm(form), base.form)
  useKept({ id, form, base, dirty })

  function take(next: IntentEdited): void {
    setBase(next)
    setForm(toKeyed(next.form))
    setTheirs(undefined)
    onSaved(next)
  }

  async function saveOver(seen: string): Promise<boolean> {
    const sent = await send(toForm(form), seen)
    if (sent.kind === 'saved') take(sent.edited)
    if (sent.kind === 'changed') setTheirs(sent.theirs)
    return sent.kind === 'saved'
  }

  return {
    form,
    base,
    dirty,
    busy,
    resumed: kept !== undefined && dirty,
    theirs,
    change: (change) => setForm((before) => ({ ...before, ...change })),
    save: () => saveOver(base.seen),
    drop: () => take(edited),
    settle: async (whose) => {
      if (whose === 'mine' && theirs) await saveOver(theirs.seen)
      else if (whose === 'theirs' && theirs) take(theirs)
      else setTheirs(undefined)
    },
  }
}

type Sent =
  | { readonly kind: 'saved'; readonly edited: IntentEdited }
  | { readonly kind: 'changed'; readonly theirs: IntentEdited }
  | { readonly kind: 'refused' }

function useSend(id: string) {
  const texts = useTexts()
  const { form: words } = useWords()
  const say = useSay()
  const [busy, setBusy] = useState(false)

  const send = useCallback(
    async (form: IntentForm, seen: string): Promise<Sent> => {
      setBusy(true)
      try {
        const edited = await request<IntentEdited>('PUT', draftIntent(id), {
          form,
          seen,
        })
        void reloadDraft()
        say.success(words.saved)
        return { kind: 'saved', edited }
      } catch (thrown) {
        if (thrown instanceof Refusal && thrown.code === 'knowledge_changed') {
          return { kind: 'changed', theirs: await request<IntentEdited>('GET', draftIntent(id)) }
        }
        say.error(thrownText(texts, thrown))
        return { kind: 'refused' }
      } finally {
        setBusy(false)
      }
    },
    [id, texts, words, say],
  )
  return { send, busy }
}

interface Kept {
  readonly id: string
  readonly form: KeyedForm
  readonly base: IntentEdited
  readonly dirty: boolean
}

/** Keeps what is not saved for the next visit, and asks before the browser forgets it. */
function useKept(kept: Kept): void {
  const newest = useRef(kept)
  newest.current = kept
  useEffect(
    () => () => {
      const { id, form, base, dirty } = newest.current
      if (dirty) unsaved.set(id, { form, base })
      else unsaved.delete(id)
    },
    [],
  )
  useEffect(() => {
    if (!kept.dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [kept.dirty])
}
