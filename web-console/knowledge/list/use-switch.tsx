import { App, Button } from 'antd'
import { useState } from 'react'
import type { IntentEdited, IntentRow } from '../../../src/protocol/editing.ts'
import { request } from '../../net/http.ts'
import { thrownText } from '../../net/refusal.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { reloadDraft } from '../draft-store.ts'
import { draftIntent } from '../paths.ts'
import { useWords } from '../use-words.ts'

/** Long enough to see that it was the wrong one. */
const UNDO_SECONDS = 8

export interface UseSwitch {
  /** As it stands, or as it is being set. */
  readonly isOn: (row: IntentRow) => boolean
  readonly turn: (row: IntentRow, enabled: boolean) => Promise<void>
}

/** Switches an intent in the draft at once, and back for a while after. */
export function useSwitch(reload: () => void): UseSwitch {
  const texts = useTexts()
  const { list } = useWords()
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<Readonly<Record<string, boolean>>>({})

  async function turn(row: IntentRow, enabled: boolean): Promise<void> {
    message.destroy(row.id)
    setWanted((before) => ({ ...before, [row.id]: enabled }))
    try {
      const { form, seen } = await request<IntentEdited>('GET', draftIntent(row.id))
      await request('PUT', draftIntent(row.id), { form: { ...form, enabled }, seen })
    } catch (thrown) {
      setWanted((before) => ({ ...before, [row.id]: !enabled }))
      void message.error(thrownText(texts, thrown))
      return
    }
    reload()
    void reloadDraft()
    void message.open({
      key: row.id,
      type: 'success',
      duration: UNDO_SECONDS,
      content: (
        <>
          {enabled ? list.turnedOn(row.title) : list.turnedOff(row.title)}
          <Button type="link" size="small" onClick={() => void turn(row, !enabled)}>
            {list.undo}
          </Button>
        </>
      ),
    })
  }

  return { isOn: (row) => wanted[row.id] ?? row.enabled, turn }
}
