import { useState } from 'react'
import type { CaseDetail } from '../../src/protocol/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { type CaseWork, saveCase } from './case-path.ts'

type Status = NonNullable<CaseWork['status']>

/** What is being written on a case, and its saving; what was written stays until it is saved. */
export function useCaseWork(number: string, onSaved: (detail: CaseDetail) => void) {
  const texts = useTexts()
  const say = useSay()
  const [note, setNote] = useState('')
  const [internal, setInternal] = useState('')
  const [saving, setSaving] = useState(false)
  const [moving, setMoving] = useState<Status>()
  const [refused, setRefused] = useState<string>()
  const [needsNote, setNeedsNote] = useState(false)

  async function save(work: CaseWork, done: string): Promise<void> {
    const written = { ...(note.trim() && { note }), ...(internal.trim() && { internal }) }
    setSaving(true)
    setRefused(undefined)
    try {
      // Taking it over is no reason to send what is half written.
      onSaved(await saveCase(number, work.take ? work : { ...work, ...written }))
      say.success(done)
      if (work.take) return
      setNote('')
      setInternal('')
    } catch (thrown) {
      setRefused(thrownText(texts, thrown))
    } finally {
      setSaving(false)
    }
  }

  /** Sets the status. A customer who must act, or is turned down, is owed a word. */
  async function move(status: Status): Promise<void> {
    const owed = status === 'waiting' || status === 'rejected' ? texts.cases.needsNote[status] : undefined
    const missing = owed !== undefined && note.trim() === ''
    setNeedsNote(missing)
    setRefused(missing ? owed : undefined)
    if (missing) return

    setMoving(status)
    await save({ status }, texts.cases.saved)
    setMoving(undefined)
  }

  function write(text: string): void {
    setNote(text)
    setNeedsNote(false)
    if (needsNote) setRefused(undefined)
  }

  return { note, setNote: write, internal, setInternal, saving, moving, refused, needsNote, save, move }
}
