import { useState } from 'react'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { Refusal, thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type CaseWork, saveCase } from './case-path.ts'
import { type CaseMove, owesWord } from './moves.ts'

export type CaseWorkState = ReturnType<typeof useCaseWork>

interface Means {
  readonly detail: CaseDetail
  readonly onSaved: (detail: CaseDetail) => void
  /** A colleague was faster: what is shown is old. */
  readonly onStale: () => void
}

/** What is being written on a case, and its saving; what was written stays until it is saved. */
export function useCaseWork({ detail, onSaved, onStale }: Means) {
  const texts = useTexts()
  const say = useSay()
  const [note, setNote] = useState('')
  const [internal, setInternal] = useState('')
  const [saving, setSaving] = useState<CaseMove | 'other'>()
  const [refused, setRefused] = useState<string>()
  const [needsNote, setNeedsNote] = useState(false)

  /** Whether it was taken in. */
  async function save(work: CaseWork, done: string): Promise<boolean> {
    setSaving(work.status ?? 'other')
    setRefused(undefined)
    try {
      onSaved(await saveCase(detail.case.number, { ...work, seen: detail.case.revision }))
      say.success(done)
      if (work.note) setNote('')
      if (work.internal) setInternal('')
      return true
    } catch (thrown) {
      setRefused(thrownText(texts, thrown))
      if (thrown instanceof Refusal && thrown.code === 'case_changed') onStale()
      return false
    } finally {
      setSaving(undefined)
    }
  }

  /** Sets the status, and sends what is written along with it. */
  async function move(status: CaseMove): Promise<void> {
    const missing = owesWord(status) && note.trim() === ''
    setNeedsNote(missing)
    setRefused(missing ? texts.cases.needsNote[status] : undefined)
    if (missing) return

    const written = { ...(note.trim() && { note }), ...(internal.trim() && { internal }) }
    await save({ status, ...written }, texts.cases.saved)
  }

  function write(text: string): void {
    setNote(text)
    setNeedsNote(false)
    if (needsNote) setRefused(undefined)
  }

  return {
    note,
    setNote: write,
    internal,
    setInternal,
    saving: saving !== undefined,
    moving: saving,
    refused,
    needsNote,
    save,
    move,
    reply: () => save({ note }, texts.cases.replied),
    remember: () => save({ internal }, texts.cases.remembered),
    // Handing it on is no reason to send what is half written.
    hand: (to: { readonly take: true } | { readonly agent: string }) =>
      save(to, 'take' in to ? texts.cases.taken : texts.cases.handed),
  }
}
