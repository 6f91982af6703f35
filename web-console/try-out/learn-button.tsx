import { App, Button } from 'antd'
import { useState } from 'react'
import { ROWS_AT_ONCE, type RowsLearnt } from '../../src/protocol/try-out.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { useTexts } from '../texts/use-texts.ts'
import { rowsToLearn } from './rows-to-learn.ts'
import type { Batch } from './use-batch.ts'

/** Puts what was taken for something else to the examples of what it is, in the draft. */
export function LearnButton({ result }: { readonly result: Extract<Batch, { kind: 'done' }> }) {
  const texts = useTexts()
  const { tryOut } = texts
  const { modal } = App.useApp()
  const say = useSay()
  const [learnt, setLearnt] = useState<Batch>()
  const rows = rowsToLearn(result.rows, result.titles)
  if (rows.length === 0) return null

  async function learn(): Promise<void> {
    try {
      let [added, there] = [0, 0]
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const some = rows.slice(at, at + ROWS_AT_ONCE)
        const done = await request<RowsLearnt>('POST', '/api/v1/knowledge/try/examples', { rows: some })
        added += done.added
        there += done.there
      }
      setLearnt(result)
      say.success(tryOut.learnt(added, there))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
    }
  }

  return (
    <Button
      disabled={learnt === result}
      onClick={() =>
        void modal.confirm({
          title: tryOut.learnTitle(rows.length),
          content: tryOut.learnText,
          okText: tryOut.learn,
          cancelText: texts.cancel,
          onOk: learn,
        })
      }
    >
      {tryOut.learn}
    </Button>
  )
}
