import { useState } from 'react'
import type { FileDetail } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { Refusal, thrownText } from '../../net/refusal.ts'
import { useSay } from '../../shell/use-say.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { putDraft, reloadDraft } from '../draft-store.ts'
import { draftFile } from '../paths.ts'
import { useWords } from '../use-words.ts'

export interface UseFile {
  readonly text: string
  readonly dirty: boolean
  readonly busy: boolean
  /** What a colleague saved meanwhile, until it is decided whose holds. */
  readonly theirs: FileDetail | undefined
  readonly edit: (text: string) => void
  readonly save: (text?: string) => Promise<void>
  /** Takes the file out of the knowledge. */
  readonly remove: () => Promise<void>
  /** Forgets what the draft has changed in it; resolves to whether that was done. */
  readonly discard: () => Promise<boolean>
  readonly settle: (whose: 'mine' | 'theirs' | 'later') => Promise<void>
}

/** A file of the draft being edited. */
export function useFile(file: FileDetail, onSaved: (file: FileDetail) => void): UseFile {
  const texts = useTexts()
  const { files: words } = useWords()
  const say = useSay()
  const [text, setText] = useState(file.text)
  const [theirs, setTheirs] = useState<FileDetail>()
  const [busy, setBusy] = useState(false)

  function take(next: FileDetail): void {
    setText(next.text)
    setTheirs(undefined)
    onSaved(next)
  }

  async function send(next: string | undefined, seen: string | undefined): Promise<void> {
    setBusy(true)
    try {
      const body = { path: file.path, ...(next !== undefined && { text: next }), ...(seen !== undefined && { seen }) }
      take(await request<FileDetail>('PUT', '/api/v1/knowledge/draft/files', body))
      void reloadDraft()
      say.success(words.saved)
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.code === 'knowledge_changed') {
        setTheirs(await request<FileDetail>('GET', draftFile(file.path)))
      } else say.error(thrownText(texts, thrown))
    } finally {
      setBusy(false)
    }
  }

  async function discard(): Promise<boolean> {
    try {
      putDraft(await request('DELETE', draftFile(file.path)))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      return false
    }
    if (file.live === undefined) return true
    take(await request<FileDetail>('GET', draftFile(file.path)))
    return true
  }

  return {
    text,
    dirty: text !== file.text,
    busy,
    theirs,
    edit: setText,
    save: (next = text) => send(next, file.seen),
    remove: () => send(undefined, file.seen),
    discard,
    settle: async (whose) => {
      if (whose === 'mine') await send(text, theirs?.seen)
      else if (whose === 'theirs' && theirs) take(theirs)
      else setTheirs(undefined)
    },
  }
}
